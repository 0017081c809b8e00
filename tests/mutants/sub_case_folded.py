"""The subject is kept in small letters."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts

_key = accounts.key

MUTANT = Mutant(
    replaces={
        "accounts.key": lambda *whom: tuple(part.lower() for part in _key(*whom)),
    },
    killed_by=("account/subjects_differ_in_case",),
)
