"""A logout token that names nobody is taken for everybody."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"logout_checks.subject": lambda claims: (str(claims.get("sub", "")), str(claims.get("sid", "")))},
    killed_by=("logout/without_subject",),
)
