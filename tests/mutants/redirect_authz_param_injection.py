"""Parameters of whoever starts a login are passed on to the issuer."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "authorization.extra": lambda request, connection, login_hint: dict(request.query_params),
    },
    killed_by=("request/strangers_parameters",),
    also_red=("initiate/from_a_strangers_site",),
)
