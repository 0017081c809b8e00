"""Of the subject the first 64 characters are kept."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts

_key = accounts.key

MUTANT = Mutant(
    replaces={
        "accounts.key": lambda *whom: tuple(part[:64] for part in _key(*whom)),
    },
    killed_by=("account/long_subjects",),
)
