"""The return address is decoded once more on its way into the Location header."""

from urllib.parse import unquote

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "return_address._decodes_to_a_host": lambda address: False,
        "return_address.after_login": lambda transaction: unquote(transaction.return_to),
    },
    killed_by=("return_address/encoded_twice",),
)
