"""Neither name nor address is asked for."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "token_endpoint.scopes": lambda connection: "openid",
    },
    killed_by=("login/happy",),
)
