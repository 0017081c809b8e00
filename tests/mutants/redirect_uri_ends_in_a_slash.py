"""The redirect URI ends in a slash, as the framework's router likes its addresses."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri

_build = redirect_uri.build

MUTANT = Mutant(
    replaces={"redirect_uri.build": lambda *given: f"{_build(*given)}/"},
    idp="entra",
    killed_by=("login/happy", "entra/redirect_uri_with_a_slash"),
    seen_at=("https://github.com/nextcloud/user_oidc/pull/990",),
)
