"""After the callback the browser bounces once more, so that the session cookie counts as the site's own."""

from urllib.parse import quote, unquote

from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from harness.reference_rp import return_address
from harness.traps.trap import Trap

_after = return_address.after_login


def served(app: ASGIApp) -> ASGIApp:
    """The app, with two stations before its pages."""

    async def stations(scope: Scope, receive: Receive, send: Send) -> None:
        path, query = scope.get("path", ""), scope.get("query_string", b"").decode()
        if path == "/landing":
            page = HTMLResponse(f'<!doctype html><script>location.replace("/bounce?{query}")</script><p>Loading…')
            await page(scope, receive, send)
        elif path == "/bounce":
            await RedirectResponse(unquote(query.removeprefix("to=")), 302)(scope, receive, send)
        else:
            await app(scope, receive, send)

    return stations


TRAP = Trap(
    allowed_by="RFC 6265bis, 8.8.2 (the way around SameSite=Strict)",
    replaces={"return_address.after_login": lambda it: f"/landing?to={quote(_after(it), safe='')}"},
    served=served,
    near=("login/deep_link", "callback/back_button", "return_address/own_origin", "browser/nothing_in_the_referer"),
)
