"""The sign-in pages of the console: e-mail, password, second factor, consent, step by step.

Steps and element names: jumpcloud.com/support/log-into-user-portal-with-mfa and public scripts that fill these pages in
(`input[name=email]`, `button[data-automation=loginButton]`, `/login?step=password`). How the real page carries the login
challenge of OpenID Connect is not public: here it stands in the address.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import Response

from mock_idps.core import pages
from mock_idps.core.authorization import AuthorizationRequest
from mock_idps.core.grants import Authentication
from mock_idps.core.refusal import Refusal, worded
from mock_idps.core.signing_in import open_interaction, resume
from mock_idps.jumpcloud import answers, flow, issuing, sign_in
from mock_idps.jumpcloud.sign_in import SIGN_IN, Found

if TYPE_CHECKING:
    from typing import Any

    from starlette.requests import Request

    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.flow import Flow
    from mock_idps.jumpcloud.regions import Region

PAGES = Path(__file__).parent / "pages"

PORTAL_COOKIE = "jumpcloud_portal"
"""The portal's session; the real cookie's name is not public."""


def page(template: str, found: Flow | None = None, pending: str = "", **values: Any) -> Response:
    """A page of the console; `found` is the flow in its address, `pending` the sign-in that waits for a second factor."""
    fresh = {"challenge": found.id if found else "", "pending": pending}
    return pages.filled(PAGES, template, fresh=fresh, vendor_label="JumpCloud", **values)


def dead_end(refusal: Refusal) -> Response:
    """A page of the console from which no way leads to the app."""
    row = worded(SIGN_IN, refusal)
    return page("dead_end.html", title="JumpCloud", text=row.text(refusal.detail), code="")


def portal_session(service: Service, request: Request) -> Authentication | None:
    """Who is signed in at the portal in this browser, or None."""
    session = service.sessions.find(request.cookies.get(PORTAL_COOKIE))
    return session.authentications[-1] if session and session.authentications else None


def _asked_for(service: Service, request: Request) -> Flow | None:
    """The flow whose login challenge stands in the address; None for a sign-in at the portal itself.

    Raises:
        Refusal: "login_challenge_unknown".
    """
    challenge = request.query_params.get("login_challenge")
    if challenge is None:
        return None
    found = flow.find(service, challenge)
    if found is None:
        raise Refusal("login_challenge_unknown")
    return found


def _address(step: str, found: Flow | None) -> str:
    """Where a form of a page goes; the challenge is filled in as the page is shown."""
    return "/login?" + urlencode({"step": step} | ({"login_challenge": pages.slot("challenge")} if found else {}))


async def login(service: Service, region: Region, request: Request) -> Response:
    """Answer a request to /login: a page, or the next step of a posted one."""
    try:
        found = _asked_for(service, request)
        if request.query_params.get("template") == "resetUserPassword":
            return page("reset.html", text="")
        if request.method == "POST":
            return await _posted(service, region, request, found)
        return _shown(service, region, request, found)
    except Refusal as refusal:
        return dead_end(refusal)


def _shown(service: Service, region: Region, request: Request, found: Flow | None) -> Response:
    if found is not None and found.remembered:
        return answers.hop(flow.accept(service, found, "login", found.login_hop))
    portal = portal_session(service, request)
    if portal is None or (found is not None and _asks_again(found)):
        return page("email.html", found, action=_address("password", found), email=_hinted(found), error="")
    if found is None:
        return answers.hop(f"{region.console}/userconsole")
    asked = sign_in.factors(Found(portal.tenant, portal.person), found)
    if asked and len(portal.methods) == 1:
        return _ask_factor(service, found, Found(portal.tenant, portal.person, asked), "")
    return _pass(service, found, portal, request.cookies.get(PORTAL_COOKIE, ""))


def _asks_again(found: Flow) -> bool:
    """Whether `prompt=login` asks for the password again.

    That JumpCloud does is not known: switch `prompt_login` of the organisation ("asks", or "silent").
    """
    return "login" in found.request.words("prompt") and (
        found.request.home().settings.get("prompt_login", "asks") == "asks"
    )


def _hinted(found: Flow | None) -> str:
    """What stands in the e-mail field beforehand.

    Whether JumpCloud puts `login_hint` there is not known: switch `login_hint` of the organisation ("ignored", or "filled_in").
    """
    fills_in = found is not None and found.request.home().settings.get("login_hint", "ignored") == "filled_in"
    return found.request.get("login_hint") if found is not None and fills_in else ""


async def _posted(service: Service, region: Region, request: Request, found: Flow | None) -> Response:
    form = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    if request.query_params.get("step") == "mfa":
        return _factor_given(service, region, form, found)
    email = form.get("email", "").strip()
    if not email:
        return page(
            "email.html", found, action=_address("password", found), email="", error="Enter your email address."
        )
    if "password" not in form:
        return page("password.html", found, action=_address("password", found), email=email, error="")
    try:
        known = sign_in.authenticate(service, region, email, form["password"])
    except Refusal as refusal:
        return _told_inline(refusal, found, email)
    if asked := sign_in.factors(known, found):
        return _ask_factor(service, found, Found(known.tenant, known.person, asked), "")
    return _signed_in(service, region, found, known, ("pwd",))


def _told_inline(refusal: Refusal, found: Flow | None, email: str) -> Response:
    row = worded(SIGN_IN, refusal)
    if row.place == "page":
        return page("reset.html", text=row.text(refusal.detail))
    return page("password.html", found, action=_address("password", found), email=email, error=row.text(refusal.detail))


def _ask_factor(service: Service, found: Flow | None, known: Found, error: str, identifier: str = "") -> Response:
    if not identifier:
        interaction = open_interaction(service, AuthorizationRequest({}))
        interaction.tenant, interaction.person, interaction.methods = known.tenant, known.person, list(known.factors)
        identifier = interaction.id
    return page("factor.html", found, identifier, action=_address("mfa", found), factors=known.factors, error=error)


def _factor_given(service: Service, region: Region, form: dict[str, str], found: Flow | None) -> Response:
    try:
        pending = resume(service, form.get("pending", ""))
    except Refusal:
        return page("email.html", found, action=_address("password", found), email="", error="")
    if pending.tenant is None or pending.person is None:
        raise Refusal("login_challenge_unknown")
    known = Found(pending.tenant, pending.person, tuple(pending.methods))
    factor = form.get("factor", "totp")
    try:
        if factor == "push":
            sign_in.check_push(known.person)
        else:
            sign_in.check_otp(known.person, form.get("otp", ""))
    except Refusal as refusal:
        text = worded(SIGN_IN, refusal).text(refusal.detail)
        return _ask_factor(service, found, known, text, pending.id)
    service.grants.interactions.pop(pending.id, None)
    return _signed_in(service, region, found, known, ("pwd", factor))


def open_portal(service: Service, known: Found, methods: tuple[str, ...]) -> tuple[str, Authentication]:
    """Start a portal session; give its cookie's value and who is signed in."""
    signed = Authentication(known.tenant, known.person, service.now(), methods)
    cookie = service.token(43)
    service.sessions.open(cookie, issuing.uuid4(service)).add(signed)
    return cookie, signed


def set_portal_cookie(response: Response, cookie: str) -> None:
    """Give the browser its portal session."""
    response.set_cookie(PORTAL_COOKIE, cookie, secure=True, httponly=True, samesite="lax")


def _signed_in(
    service: Service, region: Region, found: Flow | None, known: Found, methods: tuple[str, ...]
) -> Response:
    cookie, signed = open_portal(service, known, methods)
    response = _pass(service, found, signed, cookie) if found else answers.hop(f"{region.console}/userconsole")
    set_portal_cookie(response, cookie)
    return response


def _pass(service: Service, found: Flow, portal: Authentication, cookie: str) -> Response:
    """Let the person on to the app, or tell that the app is not theirs: on a page, or at the app.

    Which of the two is not known: switch `not_assigned` of the organisation ("page", or "redirect").
    """
    refused = ""
    try:
        sign_in.check_access(found, portal.tenant, portal.person)
    except Refusal as refusal:
        delivery = found.request.home().settings.get("not_assigned", "page")
        if delivery == "page" or refusal.situation != "person_not_assigned":
            return dead_end(refusal)
        refused = refusal.situation
    found.authentication, found.portal = sign_in.authentication(service, found, portal), cookie
    return answers.hop(flow.accept(service, found, "login", found.login_hop, refused=refused))


async def consent(service: Service, _: Region, request: Request) -> Response:
    """Answer a request to /consent: agreed to at once, unless the app asks people (setting `user_consent`)."""
    found = flow.find(service, request.query_params.get("consent_challenge", ""))
    if found is None or found.consent_hop is None:
        return dead_end(Refusal("login_challenge_unknown"))
    refused = ""
    if found.request.registered().settings.get("user_consent", False):
        if request.method != "POST":
            app, scope = found.request.registered(), issuing.granted_scope(found.request)
            return page("consent.html", app_name=app.name, scope=scope)
        refused = "" if (await request.form()).get("consent") == "allow" else "consent_denied"
    return answers.hop(flow.accept(service, found, "consent", found.consent_hop, refused=refused))
