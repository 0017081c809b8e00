"""Logout begun by the app: /oauth2/sessions/logout, through the console and back.

Sources: github.com/ory/hydra v2.2.0 consent/strategy_default.go; github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README
(JumpCloud's own refusal of an unregistered address). `client_id` is ignored and an expired hint is good enough. Back-channel
and front-channel logout are in the discovery document, but JumpCloud's app form has no field for them: no app is called.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import Response

from mock_idps.core import id_token_hint, responses
from mock_idps.core.refusal import Refusal, worded
from mock_idps.jumpcloud import answers, flow, regions
from mock_idps.jumpcloud.token_errors import LOGOUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from mock_idps.core.model import AppRegistration, Claims
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.regions import Region


@dataclass(frozen=True, slots=True)
class Leaving:
    """A logout on its way over the console: where it ends, and whether the person is asked first (Hydra asks without a hint)."""

    target: str
    asks: bool


async def endpoint(service: Service, region: Region, request: Request) -> Response:
    """Answer a request to /oauth2/sessions/logout, first call or return from the console."""
    if verifier := request.query_params.get("logout_verifier"):
        return _back(service, region, request, verifier)
    asked = dict(request.query_params)
    if request.method == "POST":
        asked |= {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    service.note("logout", asked, request.headers)
    try:
        target = await _target(service, region, asked)
    except Refusal as refusal:
        row = worded(LOGOUT, refusal)
        return answers.to_the_error_page(region, {"error": row.error, "error_description": row.text(refusal.detail)})
    challenge = flow.opaque(service)
    service.grants.interactions[challenge] = Leaving(target, asks=not asked.get("id_token_hint"))
    query = urlencode({"logout_challenge": challenge})
    return answers.hop(f"{region.console}/oidc/logout?{query}")


async def _target(service: Service, region: Region, asked: Mapping[str, str]) -> str:
    """Where the browser goes when all is done: the app's address, or the console's own page."""
    hint, uri, state = (asked.get(name, "") for name in ("id_token_hint", "post_logout_redirect_uri", "state"))
    if not hint:
        for name, value in (("state", state), ("post_logout_redirect_uri", uri)):
            if value:
                raise Refusal("logout_without_hint", parameter=name)
        return f"{region.console}/login"
    app = _app(service, await _claims(service, region, hint))
    if not uri:
        return f"{region.console}/login"
    if uri not in app.post_logout_redirect_uris:
        raise Refusal("logout_uri_unregistered")
    return responses.after_logout(uri, state)


async def _claims(service: Service, region: Region, hint: str) -> Claims:
    claims = await id_token_hint.claims(regions.ring(service, region), hint)
    if claims is None or claims.get("iss") != region.issuer.url:
        raise Refusal("logout_hint_illegal")
    if not claims.get("sid"):
        raise Refusal("logout_hint_without_sid")
    return claims


def _app(service: Service, claims: Claims) -> AppRegistration:
    audience = claims.get("aud")
    for client_id in audience if isinstance(audience, list) else [audience]:
        if found := service.directory.app(str(client_id)):
            return found[1]
    raise Refusal("logout_hint_of_nobody")


def _back(service: Service, region: Region, request: Request, verifier: str) -> Response:
    leaving = service.grants.interactions.pop(verifier, None)
    target = leaving.target if isinstance(leaving, Leaving) else f"{region.console}/login"
    service.sessions.end(request.cookies.get(flow.SESSION_COOKIE))
    response = answers.hop(target)
    response.delete_cookie(flow.SESSION_COOKIE)
    return response
