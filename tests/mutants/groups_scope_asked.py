"""The scope "groups" is asked for at every provider, and Entra knows none of that name."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint

_scopes = token_endpoint.scopes

MUTANT = Mutant(
    replaces={"token_endpoint.scopes": lambda connection: f"{_scopes(connection)} groups"},
    idp="entra",
    killed_by=("login/happy",),
    seen_at=("https://github.com/booklore-app/booklore/issues/3261",),
)
