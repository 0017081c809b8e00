"""Signing in at the Classic engine: /login/login.htm, /api/v1/authn, the session cookie, and back to /authorize.

Source: Okta's recordings (github.com/okta/samples-nodejs-express-4 `tools/mock-okta/tapes`) for the addresses and their order;
github.com/okta/okta-signin-widget src/v1 for the element names; developer.okta.com/docs/reference/api/authn/ for the JSON.
The real page posts JSON by script; this one posts a form to the same address, so that it works without one.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

from starlette.responses import RedirectResponse, Response

from mock_idps.core import signing_in
from mock_idps.core.authorization import AuthorizationRequest
from mock_idps.core.grants import Authentication
from mock_idps.core.refusal import Refusal
from mock_idps.okta import answers, completion, factors, memory, passwords, screens, sessions
from mock_idps.okta.errors import DECISION
from mock_idps.okta.page_errors import SIGN_IN
from mock_idps.okta.servers import host_org
from mock_idps.okta.steps import is_stale, said

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.model import Person, Tenant
    from mock_idps.core.service import Service

HOME = "/app/UserHome"
"""Where the org's own pages lead when no app asked."""
TOKEN_LIVES = 300
"""Seconds that a session token works, about five minutes."""


def begin(service: Service, request: Request, asked: AuthorizationRequest) -> Response:
    """Remember the request under an okta_key and send the browser to the sign-in page."""
    interaction = signing_in.open_interaction(service, asked, identifier=service.token(43))
    asid = asked.extra["asid"]
    path = f"/oauth2/{asid}/v1" if asid else "/oauth2/v1"
    back = f"{path}/authorize/redirect?okta_key={interaction.id}"
    answer = Response(status_code=302, headers={"Location": f"/login/login.htm?fromURI={quote(back, safe='')}"})
    answer.headers.update(answers.NO_STORE)
    sessions.name_device(service, request, answer)
    return answer


async def sign_in_page(service: Service, request: Request) -> Response:
    """The page itself; `fromURI` is where the browser goes afterwards."""
    tenant, _ = host_org(service, request)
    from_uri = _local(request.query_params.get("fromURI", HOME))
    key = parse_qs(urlsplit(from_uri).query).get("okta_key", [""])[0]
    found = service.grants.interactions.get(key)
    hint = found.request.get("login_hint") if isinstance(found, signing_in.Interaction) else ""
    return screens.show(tenant, "classic_sign_in", from_uri=from_uri, login=hint)


async def authn(service: Service, request: Request) -> Response:
    """/api/v1/authn: JSON from programs, a form from the page."""
    tenant, _ = host_org(service, request)
    if request.headers.get("content-type", "").startswith("application/json"):
        return _authn_json(service, tenant, await request.json())
    form = {name: str(value) for name, value in (await request.form()).multi_items()}
    person = tenant.person(form.get("username", ""))
    from_uri = _local(form.get("fromURI", HOME))
    try:
        passwords.prove(tenant, person, form.get("password", ""), together=True)
    except Refusal as refusal:
        return screens.show(
            tenant, "classic_sign_in", from_uri=from_uri, login=form.get("username", ""), error=said(refusal)
        )
    if person is None:
        raise LookupError("a password was proven for nobody")
    pending = _pending(service, tenant, person, from_uri)
    if passwords.must_change(person):
        return screens.show(tenant, "classic_expired", pending)
    if has := factors.of(person):
        return screens.show(tenant, "classic_factor", pending, factor=has[0])
    return _enter(service, Authentication(tenant, person, service.now(), ("pwd",)), from_uri)


async def change_password(service: Service, request: Request) -> Response:
    """A new password was set in place of an expired one."""
    form = {name: str(value) for name, value in (await request.form()).multi_items()}
    found = service.grants.interactions.get(form.get("stateToken", ""))
    tenant, _ = host_org(service, request)
    if not isinstance(found, signing_in.Interaction) or found.person is None or found.request.tenant is not tenant:
        return screens.terminal(tenant, said(Refusal("interaction_unknown")))
    try:
        passwords.change(found.person, form.get("newPassword", ""), form.get("confirmPassword", ""))
    except Refusal as refusal:
        return screens.show(tenant, "classic_expired", found.id, error=said(refusal))
    if has := factors.of(found.person):
        return screens.show(tenant, "classic_factor", found.id, factor=has[0])
    service.grants.interactions.pop(found.id)
    return _enter(service, Authentication(tenant, found.person, service.now(), ("pwd",)), found.notes["from"])


async def verify(service: Service, request: Request) -> Response:
    """The second factor was answered."""
    form = {name: str(value) for name, value in (await request.form()).multi_items()}
    found = service.grants.interactions.get(form.get("stateToken", ""))
    tenant, _ = host_org(service, request)
    if (
        not isinstance(found, signing_in.Interaction)
        or found.person is None
        or found.request.tenant is not tenant
        or passwords.must_change(found.person)
    ):
        return screens.terminal(tenant, said(Refusal("interaction_unknown")))
    factor = factors.of(found.person)[0]
    try:
        if factor.field:
            factors.check_code(found.person, form.get("answer", ""))
        elif not factors.push_answered(found.person):
            return screens.show(tenant, "classic_factor", found.id, factor=factor, sent=True)
    except Refusal as refusal:
        return screens.show(tenant, "classic_factor", found.id, factor=factor, error=said(refusal))
    service.grants.interactions.pop(found.id)
    held = Authentication(tenant, found.person, service.now(), ("pwd", factor.name))
    return _enter(service, held, found.notes["from"])


async def session_cookie_redirect(service: Service, request: Request) -> Response:
    """/login/sessionCookieRedirect: exchange a session token for the session cookie, and go on."""
    target = _local(request.query_params.get("redirectUrl", HOME))
    held = memory.of(service).session_tokens.pop(request.query_params.get("token", ""), None)
    answer = RedirectResponse(target, 302)
    if held is not None and service.now() - held.at <= TOKEN_LIVES and held.tenant is host_org(service, request)[0]:
        sessions.start(service, held, answer)
    return answer


async def authorize_redirect(service: Service, request: Request) -> Response:
    """/authorize/redirect: the request behind an okta_key goes on, now that there is a session."""
    tenant, _ = host_org(service, request)
    key = request.query_params.get("okta_key", "")
    found = service.grants.interactions.get(key)
    session = sessions.find(service, request, tenant)
    if not isinstance(found, signing_in.Interaction) or found.request.tenant is not tenant:
        wire = DECISION["request_expired"]
        return answers.dead_end(service, request, tenant, wire, wire.description, status=400)
    if is_stale(service, found):
        service.grants.interactions.pop(key)
        return answers.refuse(service, request, found.request, Refusal("request_expired"))
    if session is None:
        return RedirectResponse(f"/login/login.htm?fromURI={quote(_here(request), safe='')}", 302)
    service.grants.interactions.pop(key)
    return await completion.complete(service, request, found.request, session.authentications[-1], session)


def _pending(service: Service, tenant: Tenant, person: Person, from_uri: str) -> str:
    """Keep a half-finished sign-in, and give its state token."""
    asked = AuthorizationRequest({}, tenant=tenant)
    interaction = signing_in.open_interaction(service, asked, identifier="00" + service.token(40))
    interaction.person = person
    interaction.notes["from"] = from_uri
    return interaction.id


def _enter(service: Service, held: Authentication, from_uri: str) -> Response:
    """The sign-in is complete: a session token, and the address that turns it into a cookie."""
    value = session_token(service, held)
    return RedirectResponse(
        "/login/sessionCookieRedirect?checkAccountSetupComplete=true"
        f"&token={value}&redirectUrl={quote(from_uri, safe='')}",
        302,
    )


def session_token(service: Service, held: Authentication) -> str:
    """A one-time session token."""
    value = "20111" + service.token(50)
    memory.of(service).session_tokens[value] = held
    return value


def _authn_json(service: Service, tenant: Tenant, body: dict[str, Any]) -> Response:
    """Primary authentication; only the plain password is answered in JSON."""
    person = tenant.person(str(body.get("username", "")))
    try:
        passwords.prove(tenant, person, str(body.get("password", "")), together=True)
    except Refusal as refusal:
        locked = refusal.situation.startswith("person_locked")
        return answers.api_error(
            service,
            SIGN_IN[refusal.situation].code if locked else "E0000004",
            said(refusal) if locked else "Authentication failed",
            401,
        )
    if person is None:
        raise LookupError("a password was proven for nobody")
    ends = datetime.datetime.fromtimestamp(service.now() + TOKEN_LIVES, datetime.UTC)
    told: dict[str, Any] = {"expiresAt": ends.strftime("%Y-%m-%dT%H:%M:%S.000Z"), "status": "SUCCESS"}
    if passwords.must_change(person) or person.mfa:
        told["status"] = "PASSWORD_EXPIRED" if passwords.must_change(person) else "MFA_REQUIRED"
        told["stateToken"] = _pending(service, tenant, person, HOME)
    else:
        told["sessionToken"] = session_token(service, Authentication(tenant, person, service.now(), ("pwd",)))
    profile = {"login": person.login, "firstName": person.given_name, "lastName": person.family_name}
    told["_embedded"] = {"user": {"id": person.id, "profile": profile}}
    return answers.as_json(service, told)


def _here(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}"


def _local(uri: str) -> str:
    """A path of this host, or the org's home: nobody is sent elsewhere from here."""
    parts = urlsplit(uri)
    return uri if uri.startswith("/") and not uri.startswith(("//", "/\\")) and not parts.netloc else HOME
