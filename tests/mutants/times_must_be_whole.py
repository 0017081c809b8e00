"""A time with a fraction of a second is no time."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import claims

_number = claims.number

MUTANT = Mutant(
    replaces={
        "checks.number": lambda found, name: _number(found, name) if isinstance(found.get(name), int) else None,
    },
    killed_by=("id_token/fractional_times",),
    seen_at=("https://github.com/OpenIDC/mod_auth_openidc/blob/master/ChangeLog",),
)
