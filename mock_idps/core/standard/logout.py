"""Logout begun by the app (OIDC RP-Initiated Logout 1.0)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from joserfc import jws
from joserfc.errors import JoseError
from starlette.responses import RedirectResponse

from mock_idps.core import pages
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
        state = f"?{urlencode({'state': asked['state']})}" if asked.get("state") else ""
        answer = RedirectResponse(target + state, 302)
    else:
        answer = pages.render(described.pages, "signed_out.html", vendor_label=described.label)
    answer.delete_cookie(described.sign_in.cookie, secure=True, httponly=True, samesite="none")
    return answer


async def _target(service: Service, described: Description, site: Site, asked: dict[str, str]) -> str:
    uri = asked.get("post_logout_redirect_uri", "")
    client_id = asked.get("client_id", "")
    if asked.get("id_token_hint") and not await _ours(service, described, site, asked["id_token_hint"]):
        return ""
    if not client_id and asked.get("id_token_hint"):
        minted = next((it for it in service.minted if it.compact == asked["id_token_hint"]), None)
        client_id = str(minted.claims.get("azp") or minted.claims.get("aud")) if minted else ""
    found = service.directory.app(client_id)
    return uri if found is not None and uri in found[1].post_logout_redirect_uris else ""


async def _ours(service: Service, described: Description, site: Site, hint: str) -> bool:
    """Whether one of the issuer's keys signed the hint; an expired one will do (RP-Initiated Logout 1.0, 2)."""
    for key in await sites.ring(service, described, site).keys():
        try:
            jws.deserialize_compact(hint, key.jose, algorithms=["RS256"])
        except (JoseError, ValueError):
            continue
        return True
    return False
