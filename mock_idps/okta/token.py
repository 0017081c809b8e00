"""The token endpoint.

Sources: a trial org's exchange of September 2026 (member order, headers, cleared cookies), Okta's OpenID Connect reference,
Okta's catalogue of OAuth errors. The order of the checks is attested as far as the client goes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core import token_request as core
from mock_idps.core.refusal import Refusal, worded
from mock_idps.okta import answers, credentials, documents, dpop, limits, minting, outage, refresh
from mock_idps.okta.minting import Grant
from mock_idps.okta.request_checks import grant_types
from mock_idps.okta.servers import Server, host_org, requested
from mock_idps.okta.token_errors import TOKEN

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.model import Tenant
    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest

_CLEARED = ("sid", "xids", "autolaunch_triggered", "activate_ca_modal_triggered")


async def token(service: Service, request: Request) -> Response:
    """Answer a token request."""
    tenant, _ = host_org(service, request)
    try:
        limits.token(service, tenant)
        asked = await credentials.authenticated(service, request, "token")
        _check_grant(requested(service, request), asked)
        outage.check(asked.registered(), "token")
        key = dpop.presented(service, request, asked.registered())
        server = requested(service, request)
        if asked.get("grant_type") == "refresh_token":
            body = await refresh.redeem(service, server, asked, key)
        else:
            body = await _redeem(service, server, asked, key)
    except Refusal as refusal:
        return refuse(service, tenant, refusal)
    headers = {**limits.headers(service, tenant), "X-Robots-Tag": "noindex,nofollow"}
    answer = answers.as_json(service, service.fault.token_response(body), headers=headers)
    _clear_cookies(service, answer)
    return answer


def refuse(service: Service, tenant: Tenant, refusal: Refusal) -> Response:
    """Say a refusal in the shape that Okta uses for it."""
    wire = worded(TOKEN, refusal)
    text = wire.text(refusal.detail)
    if "errorCode" not in wire.members:
        told = {"error": wire.error, "error_description": text}
        swapped = bool(wire.members.get("description_first"))
        body = dict(reversed(told.items())) if swapped else told
        nonce = {"dpop-nonce": dpop.nonce(service)} if wire.error == "use_dpop_nonce" else {}
        return answers.as_json(service, body, wire.status, nonce)
    status = wire.status
    if refusal.situation == "token_client_unknown":
        status = int(tenant.settings.get("unknown_client_status", status))
    headers = {}
    if refusal.situation == "rate_limited":
        headers = limits.told(service, int(refusal.detail["limit"]), 0)
    return answers.api_error(service, str(wire.members["errorCode"]), text, status, headers)


def _check_grant(server: Server, asked: TokenRequest) -> None:
    """The grant type is there, known, and switched on in the app.

    Raises:
        Refusal: "grant_type_missing", "grant_type_unsupported" or "grant_type_not_granted".
    """
    base = server.issuer().url + ("" if server.asid else "/oauth2")
    known = documents.openid_configuration(server.issuer().url, base)["grant_types_supported"]
    wanted, has = asked.get("grant_type"), grant_types(asked.registered())
    if not wanted:
        raise Refusal("grant_type_missing", valid=", ".join([*known[:4], "client_credentials", *known[4:]]))
    if wanted not in {*known, "client_credentials"}:
        raise Refusal("grant_type_unsupported")
    if wanted not in has:
        raise Refusal("grant_type_not_granted", configured=", ".join(has))
    if wanted not in {"authorization_code", "refresh_token"}:
        raise Refusal("grant_type_unsupported")


def _code_of_server(_: Service, asked: TokenRequest) -> None:
    issued_by = asked.granted().request.issuer
    if issued_by is None or asked.issuer is None or issued_by.ring != asked.issuer.ring:
        raise Refusal("code_of_other_server")


def _no_browser_without_pkce(_: Service, asked: TokenRequest) -> None:
    """An Origin header marks a browser, and a browser needs PKCE and gets no refresh token."""
    if "origin" not in asked.headers:
        return
    if not asked.get("code_verifier"):
        raise Refusal("browser_without_pkce")
    if "offline_access" in asked.granted().request.words("scope"):
        raise Refusal("browser_offline")


_CODE = (
    core.code_known,
    core.code_fresh,
    core.code_unused,
    core.code_of_client,
    _code_of_server,
    core.redirect_uri_same,
    core.pkce_verifier_fits,
)


async def _redeem(service: Service, server: Server, asked: TokenRequest, key: str) -> dict[str, object]:
    """Exchange a code. `key` is the thumbprint of the DPoP key, "" for none.

    Raises:
        Refusal: By the first check that fails.
    """
    if "origin" in asked.headers and not asked.get("code_verifier"):
        raise Refusal("browser_without_pkce")
    core.run((*_CODE, _no_browser_without_pkce), service, asked)
    code = asked.granted()
    request = code.request
    limits.token_of(service, server.tenant, code.authentication.person)
    scope = minting.scope_told(request.words("scope"))
    grant = Grant(server, asked.registered(), code.authentication, scope, code.family, request.get("nonce"), key)
    offline = "offline_access" in scope and "refresh_token" in grant_types(asked.registered())
    body = await minting.token_body(service, grant, with_refresh=offline)
    code.used = True
    if offline:
        body = refresh.insert(body, refresh.first(service, grant, request))
    return body


def _clear_cookies(service: Service, answer: Response) -> None:
    """The cookies that come with every token answer; a client with a cookie jar must not break on them."""
    for name in _CLEARED:
        answer.headers.append("set-cookie", f'{name}=""; Version=1; Path=/; Max-Age=0')
    session = service.random.randbytes(16).hex().upper()
    answer.headers.append("set-cookie", f"JSESSIONID={session}; Path=/; Secure; HttpOnly")
