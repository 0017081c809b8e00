"""The org's own pages: the dashboard with its tiles, launching an app from one, signing out.

Sources: Okta's apps reference, `docs/reference/api/apps/index.md` of github.com/okta/okta-developer-docs (`idp_initiated_login`,
modes DISABLED, SPEC and OKTA); github.com/appcues/ueberauth_okta/issues/9 and github.com/okta/okta-auth-js/issues/870 (what a tile sends).
A new app has DISABLED ("App Only"). The look of the dashboard is not attested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from starlette.responses import HTMLResponse, RedirectResponse

from mock_idps.core import responses
from mock_idps.core.authorization import AuthorizationRequest
from mock_idps.core.refusal import Refusal, worded
from mock_idps.okta import answers, minting, screens, sessions, sign_in
from mock_idps.okta.classic import HOME
from mock_idps.okta.page_errors import LAUNCH, SIGN_IN
from mock_idps.okta.servers import Server, host_org

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.grants import Authentication
    from mock_idps.core.model import AppRegistration, Tenant
    from mock_idps.core.service import Service


async def front(_: Service, __: Request) -> Response:
    """/ leads to the dashboard."""
    return RedirectResponse(HOME, 302)


async def dashboard(service: Service, request: Request) -> Response:
    """The tiles of whoever is signed in."""
    tenant, _ = host_org(service, request)
    session = sessions.find(service, request, tenant)
    if session is None:
        return _sign_in_first(service, request, HOME)
    person = session.authentications[-1].person
    tiles = [app for app in tenant.apps if app.admits(person) and _mode(app) != "DISABLED" and app.state == "active"]
    return screens.dashboard(tenant, person.name, tiles)


async def launch(service: Service, request: Request) -> Response:
    """A tile, or its embed link, was opened."""
    tenant, host = host_org(service, request)
    session = sessions.find(service, request, tenant)
    if session is None:
        return _sign_in_first(service, request, request.url.path)
    held = session.authentications[-1]
    app = tenant.app(request.path_params["client_id"])
    try:
        return await _launch(service, Server(tenant, host), app, held)
    except Refusal as refusal:
        wire = worded(LAUNCH, refusal)
        return answers.dead_end(service, request, tenant, wire, wire.description)


async def _launch(service: Service, server: Server, app: AppRegistration | None, held: Authentication) -> Response:
    """Start the app: by its initiate_login_uri with `iss` alone, or ("simplified") with an ID token posted unasked.

    Raises:
        Refusal: "launch_client_unknown", "launch_disabled" or "launch_without_uri".
    """
    if app is None:
        raise Refusal("launch_client_unknown")
    if not app.admits(held.person):
        return screens.terminal(server.tenant, SIGN_IN["app_denied"].description, status=403)
    if _mode(app) == "DISABLED":
        raise Refusal("launch_disabled")
    if _mode(app) == "OKTA":
        grant = minting.Grant(server, app, held, ("openid", "profile", "email"), "")
        token = await minting.id_token(service, grant)
        return HTMLResponse(responses.posting_page(app.redirect_uris[0], {"id_token": token}))
    if not app.initiate_login_uri:
        raise Refusal("launch_without_uri")
    joint = "&" if "?" in app.initiate_login_uri else "?"
    issuer = quote_plus(server.issuer(app).url)
    return RedirectResponse(f"{app.initiate_login_uri}{joint}iss={issuer}", 302)


async def sign_out(service: Service, request: Request) -> Response:
    """/login/signout: end the session and come back to the sign-in page."""
    tenant, _ = host_org(service, request)
    answer = RedirectResponse("/", 302)
    sessions.end(service, request, tenant, answer)
    return answer


def _mode(app: AppRegistration) -> str:
    return str(app.settings.get("idp_initiated_login", "DISABLED"))


def _sign_in_first(service: Service, request: Request, page: str) -> Response:
    tenant, host = host_org(service, request)
    if sessions.is_classic(tenant):
        return RedirectResponse(f"/login/login.htm?fromURI={quote_plus(page)}", 302)
    return sign_in.begin(service, request, own_request(tenant, host, page))


def own_request(tenant: Tenant, host: str, page: str) -> AuthorizationRequest:
    """A sign-in that no app asked for; it ends at `page` of the org."""
    return AuthorizationRequest({}, tenant=tenant, extra={"host": host, "asid": "", "from": page})
