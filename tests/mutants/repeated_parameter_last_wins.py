"""Of a parameter that comes twice the last one counts."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"checks.parameters": dict},
    killed_by=("callback/repeated_parameter",),
    seen_at=("https://github.com/OpenIDC/mod_auth_openidc/blob/master/ChangeLog",),
)
