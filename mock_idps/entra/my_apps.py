"""My Apps: the portal from which people start an app without ever seeing its sign-in page.

Source: https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/myapps-overview.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from mock_idps.core.refusal import Refusal
from mock_idps.entra import authority, headers, trace
from mock_idps.entra.answers import page, refuse

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service


async def portal(service: Service, request: Request) -> Response:
    """GET /: a tile per app that is assigned to somebody of the tenant in `tenantId`."""
    found = service.directory.tenant(request.query_params.get("tenantId", ""))
    apps = [app for app in found.apps if home_page(app)] if found else []
    return page(service, "my_apps.html", tenant=found, apps=apps)


async def start(service: Service, request: Request) -> Response:
    """GET /signin/{client_id} or /signin/{name}/{client_id}: on to the app's home page, as the admin typed it.

    Nothing is added to the address unless app setting "my_apps_sends_issuer" asks for `iss` and `login_hint` (OIDC
    Core 1.0, 4), which Microsoft does not document.
    """
    service.note("my_apps", dict(request.query_params), request.headers)
    client_id = request.path_params["client_id"]
    found = service.directory.app(client_id)
    if found is None or not home_page(found[1]):
        return refuse(service, request, Refusal("client_unknown", client_id=client_id, tenant="My Apps"))
    address = home_page(found[1])
    if found[1].settings.get("my_apps_sends_issuer"):
        told = {"iss": authority.issuer(found[0]).url}
        address += ("&" if "?" in address else "?") + urlencode(told)
    answer = RedirectResponse(address, 302)
    return headers.stamp(service, answer, trace.identifier(service))


def home_page(app: AppRegistration) -> str:
    """Where a tile leads: app setting "home_page_url", else the registered address for starting a login."""
    return str(app.settings.get("home_page_url") or app.initiate_login_uri or "")
