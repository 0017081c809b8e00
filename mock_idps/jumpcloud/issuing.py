"""From the consent back to the app: the late checks, what the sign-in knows of the person, and the code.

Sources: github.com/ory/fosite v0.49.0 handler/openid/validator.go and handler/pkce/handler.go, github.com/ory/hydra v2.2.0
consent/strategy_default.go. A request that fails here has cost the person password and second factor already.
"""

from __future__ import annotations

import datetime
import uuid
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mock_idps.core import id_token_hint
from mock_idps.core.authorization import issue_code
from mock_idps.core.refusal import Refusal
from mock_idps.jumpcloud import answers, claims, flow, regions, request_checks
from mock_idps.jumpcloud.regions import switch

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.flow import Flow
    from mock_idps.jumpcloud.regions import Region

CODE_LIVES = 600
"""Seconds; Hydra's default, not confirmed at JumpCloud."""

PROMPTS = frozenset({"none", "login", "consent", "registration"})
"""Values of `prompt`; "select_account" is accepted since June 2026 (ory/hydra commit bc56d551f): switch `select_account`."""


def uuid4(service: Service) -> str:
    """A random UUID from the service's randomness."""
    return str(uuid.UUID(bytes=service.random.randbytes(16), version=4))


def opaque_token(service: Service, region: Region, kind: str) -> str:
    """A code ("ac"), access token ("at") or refresh token ("rt"): Hydra 2 puts a prefix before it.

    Switch of the region: `token_prefix` ("ory_", or "" as in Hydra 1).
    """
    prefix = switch(service, region, "token_prefix", "ory_")
    return (
        f"{prefix}{kind}_{service.token(43)}.{service.token(43)}"
        if prefix
        else (f"{service.token(43)}.{service.token(43)}")
    )


def granted_scope(asked: AuthorizationRequest) -> tuple[str, ...]:
    """The scopes that a request is granted: those of the app among the asked ones."""
    known = asked.registered().settings.get("scopes", request_checks.SCOPES)
    return tuple(scope for scope in asked.words("scope") if scope in known)


def signed_in(found: Flow) -> Authentication:
    """The sign-in of a flow whose login hop was accepted."""
    if found.authentication is None:
        raise LookupError("the flow's login hop was not accepted yet; call flow.accept after signing in")
    return found.authentication


async def check_prompt(service: Service, found: Flow) -> None:
    """Check prompt, max_age and id_token_hint against the sign-in (fosite's `ValidatePrompt`).

    Raises:
        Refusal: "prompt_unknown", "prompt_none_and_more", "max_age_reached", "login_required_not_again", "hint_illegal"
            or "hint_other_person".
    """
    asked, signed = found.request, signed_in(found)
    prompt = asked.words("prompt")
    allowed = PROMPTS | ({"select_account"} if switch(service, found.region, "select_account", False) else set())  # noqa: FBT003 - the default of a switch
    if not set(prompt) <= allowed:
        raise Refusal("prompt_unknown", prompt=" ".join(prompt))
    if "none" in prompt and len(prompt) > 1:
        raise Refusal("prompt_none_and_more")
    max_age = asked.get("max_age")
    if max_age.isdigit() and int(max_age) > 0 and signed.at + int(max_age) < found.requested_at:
        raise Refusal("max_age_reached")
    if "login" in prompt and signed.at < found.requested_at:
        raise Refusal("login_required_not_again", auth_time=_go(signed.at), requested_at=_go(found.requested_at))
    await _check_hint(service, found)


async def _check_hint(service: Service, found: Flow) -> None:
    hint = found.request.get("id_token_hint")
    if not hint:
        return
    hinted = await id_token_hint.claims(regions.ring(service, found.region), hint)
    if hinted is None:
        raise Refusal("hint_illegal")
    if hinted.get("sub") != signed_in(found).person.id:
        raise Refusal("hint_other_person")


def _go(seconds: int) -> str:
    """A time as Go prints it."""
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%d %H:%M:%S +0000 UTC")


def check_redirect_secure(asked: AuthorizationRequest) -> None:
    """Plain http is for localhost only (github.com/ory/hydra/issues/1021).

    Raises:
        Refusal: "redirect_uri_insecure".
    """
    uri = urlsplit(asked.extra["redirect_uri"])
    host = uri.hostname or ""
    local = host in {"127.0.0.1", "::1"} or host == "localhost" or host.endswith(".localhost")
    if uri.scheme == "http" and not local:
        raise Refusal("redirect_uri_insecure")


def check_pkce(asked: AuthorizationRequest) -> None:
    """A challenge comes with S256, and a public client brings one.

    Raises:
        Refusal: "pkce_plain", "pkce_method_unknown" or "pkce_missing".
    """
    method = asked.get("code_challenge_method")
    if not asked.get("code_challenge"):
        if asked.registered().auth_method == "none":
            raise Refusal("pkce_missing")
        return
    if method in {"", "plain"}:
        raise Refusal("pkce_plain")
    if method != "S256":
        raise Refusal("pkce_method_unknown")


async def after_consent(service: Service, request: Request, found: Flow) -> Response:
    """Check what is left, and send the code to the app.

    Raises:
        Refusal: Any of the late checks.
    """
    hop = found.consent_hop
    if hop is None:
        raise Refusal("consent_verifier_unknown")
    if hop.expired(service.now()):
        raise Refusal("consent_expired")
    if hop.refused:
        raise Refusal(hop.refused)
    flow.check_csrf(request, "consent", found, hop)
    check_redirect_secure(found.request)
    await check_prompt(service, found)
    check_pkce(found.request)
    return _send_code(service, found)


def _send_code(service: Service, found: Flow) -> Response:
    asked, signed = found.request, signed_in(found)
    app, scope = asked.registered(), granted_scope(asked)
    signed.notes |= {
        "rat": found.requested_at,
        "told": claims.session(signed.tenant, signed.person, app, scope),
        "scope": scope,
    }
    _note_app(service, found, app)
    code = issue_code(service, asked, signed, value=opaque_token(service, found.region, "ac"), lives=CODE_LIVES)
    answer = {"code": code.value, "scope": " ".join(scope), "state": asked.get("state")}
    return answers.to_the_app(service, asked, answer)


def _note_app(service: Service, found: Flow, app: AppRegistration) -> None:
    """Remember who consented to what, and which portal session the sign-in stems from."""
    signed = signed_in(found)
    if signed.tenant.settings.get("remember_login"):
        service.grants.consents.add((app.client_id, signed.person.id))
    portal = service.sessions.find(found.portal)
    if portal is not None:
        portal.apps[found.sid] = app.client_id
