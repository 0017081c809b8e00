"""Logout begun by the app (OIDC RP-Initiated Logout 1.0)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from mock_idps.core import id_token_hint, pages, responses
from mock_idps.core.standard import sites

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.service import Service
    from mock_idps.core.standard.description import Description
    from mock_idps.core.standard.sites import Site


async def endpoint(service: Service, described: Description, site: Site, request: Request) -> Response:
    """End the browser's session; go back to the app only for a hint that is the issuer's and an address it registered."""
    asked = dict(request.query_params)
    if request.method == "POST":
        asked |= {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    service.note("logout", asked, request.headers)
    service.sessions.end(request.cookies.get(described.sign_in.cookie))
    target = await _target(service, described, site, asked)
    answer: Response
    if target:
        answer = RedirectResponse(responses.after_logout(target, asked.get("state", "")), 302)
    else:
        answer = pages.render(described.pages, "signed_out.html", vendor_label=described.label)
    answer.delete_cookie(described.sign_in.cookie, secure=True, httponly=True, samesite="none")
    return answer


async def _target(service: Service, described: Description, site: Site, asked: dict[str, str]) -> str:
    uri = asked.get("post_logout_redirect_uri", "")
    client_id = asked.get("client_id", "")
    if hint := asked.get("id_token_hint"):
        hinted = await id_token_hint.claims(sites.ring(service, described, site), hint)
        if hinted is None:
            return ""
        client_id = client_id or str(hinted.get("azp") or hinted.get("aud"))
    found = service.directory.app(client_id)
    return uri if found is not None and uri in found[1].post_logout_redirect_uris else ""
