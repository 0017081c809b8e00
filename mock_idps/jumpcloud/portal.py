"""The rest of the console: user portal, error page, sign-out, and the JSON interface of the sign-in form.

Sources: github.com/Versent/saml2aws pkg/provider/jumpcloud (JSON), github.com/kviklet/kviklet/issues/275 (error page),
jumpcloud.com/support/sso-with-oidc (a tile opens the app's Login URL; no code ever comes unasked).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from mock_idps.core.refusal import Refusal
from mock_idps.jumpcloud import answers, console, sign_in
from mock_idps.jumpcloud.logout import Leaving

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.grants import Authentication
    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.regions import Region

XSRF_COOKIE = "_xsrf"


def tiles(signed: Authentication) -> list[AppRegistration]:
    """The active apps that a person sees in the portal: bound to them, and with a Login URL."""
    apps = [app for app in signed.tenant.apps if app.state == "active" and app.initiate_login_uri]
    return [app for app in apps if sign_in.is_bound(app, signed.person)]


async def home(service: Service, region: Region, request: Request) -> Response:
    """The user portal at /userconsole; whoever is not signed in goes to /login."""
    signed = console.portal_session(service, request)
    if signed is None:
        return answers.hop(f"{region.console}/login")
    return console.page("portal.html", person=signed.person.name, apps=tiles(signed))


async def sign_out(service: Service, region: Region, request: Request) -> Response:
    """End the portal's session."""
    service.sessions.end(request.cookies.get(console.PORTAL_COOKIE))
    response = answers.hop(f"{region.console}/login")
    response.delete_cookie(console.PORTAL_COOKIE)
    return response


async def error(service: Service, _: Region, request: Request) -> Response:
    """The error page at /oidc/error: what Hydra could not tell the app."""
    service.note("error_page", dict(request.query_params), request.headers)
    text = request.query_params.get("error_description", "")
    return console.page("dead_end.html", title="Error", text=text, code=request.query_params.get("error", ""))


async def xsrf(service: Service, _: Region, request: Request) -> Response:
    """The token that /userconsole/auth wants back in the header `X-Xsrftoken`."""
    value = request.cookies.get(XSRF_COOKIE) or service.token(32)
    response = JSONResponse({"xsrf": value})
    response.set_cookie(XSRF_COOKIE, value, secure=True, samesite="lax")
    return response


async def auth(service: Service, region: Region, request: Request) -> Response:
    """The sign-in form's JSON interface: e-mail, password and one-time code in one call.

    What a call without the token gets is not public; it fails here as a wrong password does.
    """
    try:
        sent = json.loads(await request.body())
    except ValueError:
        sent = None
    token = request.cookies.get(XSRF_COOKIE)
    if not isinstance(sent, dict) or token is None or request.headers.get("x-xsrftoken") != token:
        return _failed()
    try:
        known = sign_in.authenticate(service, region, str(sent.get("email", "")), str(sent.get("password", "")))
        if known.factors and not sent.get("otp"):
            offered = [{"type": factor, "status": "available"} for factor in known.factors]
            return JSONResponse({"message": "MFA required.", "factors": offered}, 401)
        if known.factors:
            sign_in.check_otp(known.person, str(sent["otp"]))
    except Refusal:
        return _failed()
    cookie, _signed = console.open_portal(service, known, ("pwd", "totp") if known.factors else ("pwd",))
    target = str(sent.get("redirectTo") or "/userconsole")
    response = JSONResponse({"redirectTo": target})
    console.set_portal_cookie(response, cookie)
    return response


def _failed() -> Response:
    return JSONResponse({"message": "Authentication failed."}, 401)


async def logged_out(service: Service, region: Region, request: Request) -> Response:
    """The detour of an app's logout: end the portal's session and go back to the issuer.

    A logout without a hint may have been started by anybody, so the person is asked first (github.com/ory/hydra v2.2.0,
    consent/strategy_default.go; the page's words are not public). That JumpCloud ends it is inferred (switch `logout_ends_portal_session` of the region's organisations, default True).
    """
    challenge = request.query_params.get("logout_challenge", "")
    leaving = service.grants.interactions.get(challenge)
    if isinstance(leaving, Leaving) and leaving.asks and request.method != "POST":
        return console.page("logout.html")
    signed = console.portal_session(service, request)
    response = answers.hop(f"{region.base}/oauth2/sessions/logout?logout_verifier={challenge}")
    if signed is None or signed.tenant.settings.get("logout_ends_portal_session", True):
        service.sessions.end(request.cookies.get(console.PORTAL_COOKIE))
        response.delete_cookie(console.PORTAL_COOKIE)
    return response
