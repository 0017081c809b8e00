"""A logout token is read only where the form's media type has no parameters."""

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from harness.mutation.mutant import Mutant


def served(app: ASGIApp) -> ASGIApp:
    async def strict(scope: Scope, receive: Receive, send: Send) -> None:
        headers: dict[bytes, bytes] = dict(scope.get("headers", ()))
        by_issuer = "/logout/back-channel/" in str(scope.get("path", ""))
        if by_issuer and headers.get(b"content-type") != b"application/x-www-form-urlencoded":
            await Response(status_code=400)(scope, receive, send)
        else:
            await app(scope, receive, send)

    return strict


MUTANT = Mutant(
    served=served,
    killed_by=("logout/back_channel",),
    seen_at=("https://github.com/OpenIDC/mod_auth_openidc/blob/master/ChangeLog",),
)
