"""The authorization endpoint and the sign-in pages behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from mock_idps.core import authorization, pages, signing_in
from mock_idps.core.grants import Authentication
from mock_idps.core.refusal import Refusal
from mock_idps.core.standard import answers, sites

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.model import Person, Tenant
    from mock_idps.core.service import Service
    from mock_idps.core.signing_in import Interaction
    from mock_idps.core.standard.description import Description
    from mock_idps.core.standard.sites import Site

CHECKS = (
    authorization.client_id_present,
    authorization.client_known,
    authorization.client_active,
    authorization.redirect_uri_present,
    authorization.redirect_uri_registered,
    authorization.response_type_present,
    authorization.response_type_is_code,
    authorization.scope_present,
    authorization.pkce_present_if_required,
)
"""In the order of RFC 6749, 4.1.2.1: nothing is sent to a redirect URI before it is known to be the client's."""


async def endpoint(service: Service, described: Description, site: Site, request: Request) -> Response:
    """Answer an authorization request (OIDC Core 1.0, 3.1.2)."""
    asked = await authorization.read(request)
    asked.issuer = site.issuer
    service.note("authorize", dict(asked.parameters), request.headers)
    try:
        authorization.run(CHECKS, service, asked)
        _check_issuer(asked, site)
        _check_challenge(asked, site)
        signed = _signed_in(service, described, request, asked)
        if signed is not None:
            return _complete(service, described, site, asked, signed)
        _check_prompt(asked)
    except Refusal as refusal:
        return answers.refuse(service, described, site, asked, refusal)
    return _page(described, site, signing_in.open_interaction(service, asked), step="login")


def _check_issuer(asked: AuthorizationRequest, site: Site) -> None:
    if sites.issuer_of(asked.home()) != site.issuer.url:
        asked.trusted = False
        raise Refusal("client_unknown", client_id=asked.get("client_id"))


def _check_prompt(asked: AuthorizationRequest) -> None:
    if "none" in asked.words("prompt"):
        raise Refusal("login_required")


def _check_challenge(asked: AuthorizationRequest, site: Site) -> None:
    """A challenge comes with a method of the metadata; where it lists none, with S256 (RFC 7636, 4.3)."""
    known = site.document.get("code_challenge_methods_supported") or ["S256"]
    if asked.get("code_challenge") and (asked.get("code_challenge_method") or "plain") not in known:
        raise Refusal("pkce_method_unsupported", method=asked.get("code_challenge_method"))


def _signed_in(
    service: Service, described: Description, request: Request, asked: AuthorizationRequest
) -> Authentication | None:
    """Who is signed in already, and need not be asked again (OIDC Core 1.0, 3.1.2.1: prompt, max_age)."""
    session = service.sessions.find(request.cookies.get(described.sign_in.cookie))
    if session is None or {"login", "select_account"} & set(asked.words("prompt")):
        return None
    home = asked.home()
    found = next((it for it in session.authentications if it.tenant.id == home.id), None)
    oldest = asked.get("max_age")
    if found is None or (oldest.isdigit() and service.now() > found.at + int(oldest)):
        return None
    return found


async def sign_in(service: Service, described: Description, site: Site, request: Request) -> Response:
    """Take what the sign-in page posts: a user name, a password, or a refusal to go on."""
    posted = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    try:
        under_way = signing_in.resume(service, request.query_params.get("sign_in", ""))
    except Refusal as refusal:
        wire = answers.worded(described, refusal)
        return answers.error_page(described, wire, wire.text(refusal.detail))
    if "cancel" in posted:
        return answers.refuse(service, described, site, under_way.request, Refusal("cancelled"))
    under_way.login = posted.get(described.sign_in.login_field, under_way.login).strip()
    try:
        return _advance(service, described, site, under_way, posted)
    except Refusal as refusal:
        wire = answers.worded(described, refusal)
        if wire.place != "inline":
            return answers.refuse(service, described, site, under_way.request, refusal)
        step = "password" if described.sign_in.two_pages and under_way.person else "login"
        return _page(described, site, under_way, step=step, error=wire.text(refusal.detail))


def _advance(
    service: Service, described: Description, site: Site, under_way: Interaction, posted: dict[str, str]
) -> Response:
    under_way.tenant, under_way.person = _account(service, described, site, under_way)
    if described.sign_in.password_field not in posted:
        return _page(described, site, under_way, step="password")
    person = under_way.person
    signing_in.check_password(person, posted[described.sign_in.password_field])
    signing_in.check_state(person)
    signed = Authentication(under_way.tenant, person, service.now(), session=service.token(22))
    answer = _complete(service, described, site, under_way.request, signed)
    cookie = service.token(43)
    service.sessions.open(cookie, signed.session).add(signed)
    service.grants.interactions.pop(under_way.id, None)
    answer.set_cookie(described.sign_in.cookie, cookie, secure=True, httponly=True, samesite="none")
    return answer


def _account(service: Service, described: Description, site: Site, under_way: Interaction) -> tuple[Tenant, Person]:
    """The account that a user name means: of the client's tenant, or of any of the issuer's where the vendor has it so."""
    home = under_way.request.home()
    others = sites.tenants(service, site) if described.sign_in.accounts == "issuer" else []
    for tenant in (home, *others):
        if (person := tenant.person(under_way.login)) is not None:
            return tenant, person
    raise Refusal("person_unknown", login=under_way.login, tenant=home.name)


def _complete(
    service: Service, described: Description, site: Site, asked: AuthorizationRequest, signed: Authentication
) -> Response:
    """Send a code, if the person may use the app.

    Raises:
        Refusal: "person_of_other_tenant" or "person_not_assigned".
    """
    if asked.registered().settings.get("internal") and signed.tenant.id != asked.home().id:
        raise Refusal("person_of_other_tenant", login=signed.person.login)
    signing_in.check_assignment(asked, signed.person)
    lives = described.tokens.code_seconds
    code = authorization.issue_code(service, asked, signed, value=service.token(43), lives=lives)
    values = {
        "code": code.value,
        "scope": asked.get("scope"),
        "session_state": signed.session,
        "hd": signed.tenant.domain,
    }
    return answers.to_the_app(service, described, site, asked, described.answer.order, values)


def _page(described: Description, site: Site, under_way: Interaction, *, step: str, error: str = "") -> Response:
    asked = under_way.request
    return pages.render(
        described.pages,
        "password.html" if step == "password" else "sign_in.html",
        vendor_label=described.label,
        tenant=asked.home().name,
        action=f"{site.sign_in}?{urlencode({'sign_in': under_way.id})}",
        login=under_way.login,
        error=error,
        app_name=asked.registered().name,
    )
