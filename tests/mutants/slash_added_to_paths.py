"""An issuer with a path is taken to end in a slash."""

from typing import Any
from urllib.parse import urlsplit

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.refusal import Refusal

_iss = checks.id_token_iss


def iss(claims: Any, connection: Any) -> None:
    if not urlsplit(connection.issuer).path:
        _iss(claims, connection)
    elif claims.get("iss") != connection.issuer.rstrip("/") + "/":
        raise Refusal("id_token.iss", '"iss" is not the issuer of this connection')


MUTANT = Mutant(
    replaces={"checks.id_token_iss": iss},
    killed_by=("okta/custom_server",),
    seen_at=("https://github.com/auth0/nextjs-auth0/pull/2693",),
)
