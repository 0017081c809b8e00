"""The app takes no logout of the issuer's, neither by token nor by frame."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from harness.traps.trap import Trap


def served(app: ASGIApp) -> ASGIApp:
    """The app without those two addresses."""

    async def without(scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get("path", "").startswith("/api/auth/logout/"):
            await PlainTextResponse("Nothing here.", 404)(scope, receive, send)
        else:
            await app(scope, receive, send)

    return without


TRAP = Trap(
    allowed_by="Back-Channel Logout 1.0 and Front-Channel Logout 1.0 (optional)",
    served=served,
    lacks=("back_channel_logout", "front_channel_logout"),
    near=("logout/back_channel", "logout/front_channel", "logout/wrong_key", "okta/logout_leaves_nothing"),
)
