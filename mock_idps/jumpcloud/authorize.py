"""The authorization endpoint: Hydra's checks in their order, and the hops to the console and back.

Source: github.com/ory/fosite v0.49.0 authorize_request_handler.go (order of the checks), github.com/ory/hydra v2.2.0
consent/strategy_default.go (the hops). The checks run again at every hop, as they do in Hydra.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import Response

from mock_idps.core import authorization
from mock_idps.core.refusal import Refusal
from mock_idps.jumpcloud import answers, flow, issuing, regions, request_checks, silent
from mock_idps.jumpcloud.flow import Flow

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.flow import Hop
    from mock_idps.jumpcloud.regions import Region


async def endpoint(service: Service, region: Region, request: Request) -> Response:
    """Answer a request to /oauth2/auth, first call or return from a hop."""
    asked = await authorization.read(request)
    asked.issuer = region.issuer
    login, consent = asked.parameters.pop("login_verifier", ""), asked.parameters.pop("consent_verifier", "")
    if not login and not consent:
        service.note("authorize", dict(asked.parameters), request.headers)
    try:
        authorization.run(request_checks.ORDER, service, asked)
        if login:
            return await _after_login(service, request, _returned(service, login, "login"))
        if consent:
            return await issuing.after_consent(service, request, _returned(service, consent, "consent"))
        return await _begin(service, region, request, asked)
    except Refusal as refusal:
        return answers.refuse(service, region, asked, refusal)


async def _begin(service: Service, region: Region, request: Request, asked: AuthorizationRequest) -> Response:
    await regions.ring(
        service, region
    ).keys()  # long keys take seconds: better the person waits here than the app's back channel
    remembered = await silent.remembered(service, region, request, asked)
    login_hop = flow.open_hop(service)
    opened = Flow(
        id=login_hop.challenge,
        request=asked,
        opened_at=service.now(),
        tenant=asked.tenant,
        region=region,
        login_hop=login_hop,
        sid=remembered.session if remembered else issuing.uuid4(service),
        requested_at=service.now(),
    )
    if remembered:
        opened.person, opened.authentication, opened.remembered = remembered.person, remembered, True
    flow.remember(service, opened, login_hop.challenge)
    query = urlencode({"login_challenge": login_hop.challenge})
    response = answers.hop(f"{region.console}/login?{query}")
    flow.set_csrf(response, "login", opened, login_hop)
    return response


def _returned(service: Service, verifier: str, kind: str) -> Flow:
    found = flow.find(service, verifier)
    hop = _hop(found, kind)
    if found is None or hop is None or hop.verifier != verifier:
        raise Refusal(f"{kind}_verifier_unknown")
    if hop.used:
        raise Refusal(f"{kind}_verifier_used")
    hop.used = True
    return found


def _hop(found: Flow | None, kind: str) -> Hop | None:
    if found is None:
        return None
    return found.login_hop if kind == "login" else found.consent_hop


async def _after_login(service: Service, request: Request, found: Flow) -> Response:
    hop = found.login_hop
    if hop.refused:
        raise Refusal(hop.refused)
    if hop.expired(service.now()):
        raise Refusal("login_expired")
    flow.check_csrf(request, "login", found, hop)
    await issuing.check_prompt(service, found)
    _check_earlier_consent(service, found)
    consent = flow.open_hop(service)
    consent.opened_at = hop.opened_at
    found.consent_hop = consent
    flow.remember(service, found, consent.challenge)
    query = urlencode({"consent_challenge": consent.challenge})
    response = answers.hop(f"{found.region.console}/consent?{query}")
    flow.set_csrf(response, "consent", found, consent)
    silent.set_cookie(service, response, found)
    return response


def _check_earlier_consent(service: Service, found: Flow) -> None:
    signed, client_id = issuing.signed_in(found), found.request.registered().client_id
    if "none" in found.request.words("prompt") and (client_id, signed.person.id) not in service.grants.consents:
        raise Refusal("consent_required")
