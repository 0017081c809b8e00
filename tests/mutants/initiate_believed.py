"""A login that another site starts may choose what the issuer is asked, and where it ends."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "authorization.extra": lambda request, connection, login_hint: {
            name: value for name, value in request.query_params.items() if name in {"prompt", "login_hint"}
        },
    },
    killed_by=("initiate/from_a_strangers_site",),
    also_red=("request/strangers_parameters",),
)
