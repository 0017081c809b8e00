"""The return address is checked first, and its "." segments are taken out afterwards."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"return_address.after_login": lambda transaction: transaction.return_to.replace("/./", "/", 1)},
    killed_by=("return_address/dot_segments",),
    seen_at=("https://github.com/getprobo/probo/security/advisories/GHSA-x7qq-m748-8p2c",),
)
