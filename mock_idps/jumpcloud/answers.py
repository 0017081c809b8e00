"""Sending refusals and authorization responses back: to the console's error page, or to the app with sorted keys.

Source: github.com/ory/fosite v0.49.0, authorize_error.go and authorize_write.go; the real Location of an error page is in
github.com/kviklet/kviklet/issues/275.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from starlette.responses import JSONResponse, RedirectResponse, Response

from mock_idps.core.refusal import worded
from mock_idps.core.responses import ResponseStyle, send
from mock_idps.jumpcloud.errors import AUTHORIZE

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.refusal import Refusal, WireError
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.regions import Region

STYLE = ResponseStyle(status=303, headers={"Cache-Control": "no-store", "Pragma": "no-cache"})
"""303 See Other, to the app."""

NO_STORE = {"Cache-Control": "no-store", "Pragma": "no-cache"}


def to_the_app(service: Service, asked: AuthorizationRequest, parameters: dict[str, str]) -> Response:
    """Send `parameters` to the redirect URI; a query that it has already is kept and sorted in."""
    target = urlsplit(asked.extra.get("redirect_uri") or asked.get("redirect_uri"))
    mode = "fragment" if asked.get("response_mode") == "fragment" else "query"
    if asked.get("response_mode") == "form_post":
        mode = "form_post"
    if mode == "query":
        parameters = {**dict(parse_qsl(target.query, keep_blank_values=True)), **parameters}
        target = target._replace(query="")
    ordered = dict(sorted(parameters.items()))
    return send(service, STYLE, urlunsplit(target._replace(fragment="")), mode, ordered)


def refuse(service: Service, region: Region, asked: AuthorizationRequest, refusal: Refusal) -> Response:
    """Answer an authorization request that a check refused; `state` goes back to the app even when it is empty."""
    row = worded(AUTHORIZE, refusal)
    told = {"error": row.error, "error_description": row.text(refusal.detail)}
    if asked.trusted:
        return to_the_app(service, asked, {**told, "state": asked.get("state")})
    return to_the_error_page(region, told)


def hop(url: str) -> Response:
    """Send the browser on to the next station of a login; 302, as Hydra does until the app's own 303."""
    return RedirectResponse(url, 302, headers=NO_STORE)


def to_the_error_page(region: Region, told: dict[str, str]) -> Response:
    """Send the browser to the error page of the region's console."""
    return hop(f"{region.console}/oidc/error?{urlencode(told)}")


def body(row: WireError, refusal: Refusal) -> Response:
    """A JSON refusal of the token endpoint; there is never a `WWW-Authenticate`."""
    told = {"error": row.error, "error_description": row.text(refusal.detail)}
    return JSONResponse(told, row.status, NO_STORE, media_type="application/json;charset=UTF-8")
