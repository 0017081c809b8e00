"""Parameters of whoever starts a login are passed on to the issuer."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "authorization.extra": lambda request, connection, login_hint: dict(request.query_params),
    },
    killed_by=("request/strangers_parameters",),
    also_red=("initiate/from_a_strangers_site",),
    seen_at=(
        "https://github.com/auth0/nextjs-auth0/pull/2413",
        "https://github.com/OpenIDC/mod_auth_openidc/blob/master/ChangeLog",
    ),
)
