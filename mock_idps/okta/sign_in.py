"""Signing in at Identity Engine: identifier, password, second factor, and back to the app.

The steps and their addresses: a recorded Identity Engine login (`/idp/idx/identify`, `/idp/idx/challenge/answer`,
`/login/token/redirect?stateToken=02.id…`) and github.com/okta/okta-signin-widget. The real widget posts by script; these
pages post forms to the same addresses, so that they work without one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import Response

from mock_idps.core import signing_in
from mock_idps.core.grants import Authentication
from mock_idps.core.refusal import Refusal, worded
from mock_idps.okta import answers, completion, policy, screens, sessions
from mock_idps.okta.errors import SIGN_IN
from mock_idps.okta.servers import org_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.model import Tenant
    from mock_idps.core.service import Service
    from mock_idps.core.signing_in import Interaction

SIGN_IN_LIVES = 3600
"""Seconds that a sign-in page stays usable; not attested, hence the switch `sign_in_seconds` of the tenant."""


def said(refusal: Refusal) -> str:
    """The sentence of a refusal on the sign-in pages."""
    return worded(SIGN_IN, refusal).text(refusal.detail)


def begin(service: Service, request: Request, asked: AuthorizationRequest) -> Response:
    """Show the first page."""
    interaction = signing_in.open_interaction(service, asked, identifier=screens.handle(service))
    page = screens.identify(interaction)
    sessions.name_device(service, request, page)
    return page


def _host_org(service: Service, request: Request) -> Tenant:
    found = org_of(service.directory, request.url.hostname or "")
    if found is None:
        raise LookupError(f'no org behind "{request.url.hostname}"; route only the hosts of the directory here')
    return found[0]


def resume(service: Service, request: Request, state: str) -> Interaction:
    """The open sign-in behind a state handle, at this host.

    Raises:
        Refusal: "interaction_unknown", also when the page was left open too long.
    """
    tenant = _host_org(service, request)
    interaction = signing_in.resume(service, state)
    lives = tenant.settings.get("sign_in_seconds", SIGN_IN_LIVES)
    if interaction.request.tenant is not tenant or service.now() - interaction.opened_at > lives:
        raise Refusal("interaction_unknown")
    return interaction


async def identify(service: Service, request: Request) -> Response:
    """The first page was sent: an identifier, perhaps with the password."""
    form = {name: str(value) for name, value in (await request.form()).multi_items()}
    try:
        interaction = resume(service, request, form.get("stateHandle", ""))
    except Refusal as refusal:
        return screens.terminal(_host_org(service, request), said(refusal))
    interaction.login = form.get("identifier", "").strip()
    both = not interaction.request.home().settings.get("identifier_first", True)
    wanted = {
        "identifier": interaction.login,
        **({"credentials.passcode": form.get("credentials.passcode", "")} if both else {}),
    }
    if blank := [name for name, value in wanted.items() if not value]:
        return screens.identify(interaction, blank=blank)
    interaction.person = interaction.request.home().person(interaction.login)
    try:
        if interaction.person:
            signing_in.check_assignment(interaction.request, interaction.person)
        if both:
            return await _password(service, request, interaction, form["credentials.passcode"])
    except Refusal as refusal:
        return screens.identify(interaction, said(refusal))
    return screens.password(interaction)


async def answer(service: Service, request: Request) -> Response:
    """A challenge was answered."""
    form = {name: str(value) for name, value in (await request.form()).multi_items()}
    try:
        interaction = resume(service, request, form.get("stateHandle", ""))
    except Refusal as refusal:
        return screens.terminal(_host_org(service, request), said(refusal))
    given = form.get("credentials.passcode", "")
    if not given:
        return screens.password(interaction, blank=["credentials.passcode"])
    try:
        return await _password(service, request, interaction, given)
    except Refusal as refusal:
        return screens.password(interaction, said(refusal))


async def _password(service: Service, request: Request, interaction: Interaction, given: str) -> Response:
    if interaction.person is None:
        raise Refusal("password_wrong")
    signing_in.check_password(interaction.person, given)
    if interaction.person.state != "active":
        raise Refusal("password_wrong")
    interaction.methods = ["pwd"]
    return done(service, interaction)


def done(service: Service, interaction: Interaction) -> Response:
    """Everything was proven: leave for the app."""
    if interaction.person is None:
        raise LookupError("nobody was identified in this interaction")
    asked = interaction.request
    if policy.denies_sign_on(asked, interaction.person):
        return screens.terminal(asked.home(), said(Refusal("sign_on_denied")))
    interaction.authentication = Authentication(
        asked.home(), interaction.person, service.now(), tuple(interaction.methods)
    )
    location = f"/login/token/redirect?stateToken={quote(interaction.id, safe='')}"
    return Response(status_code=302, headers={"Location": location, **answers.NO_STORE})


async def token_redirect(service: Service, request: Request) -> Response:
    """Exchange the finished sign-in for a session and the answer to the app."""
    try:
        interaction = resume(service, request, request.query_params.get("stateToken", ""))
        if interaction.authentication is None:
            raise Refusal("interaction_unknown")
    except Refusal as refusal:
        return screens.terminal(_host_org(service, request), said(refusal))
    service.grants.interactions.pop(interaction.id)
    carrier = Response()
    session = sessions.start(service, interaction.authentication, carrier)
    answer = await completion.complete(service, request, interaction.request, interaction.authentication, session)
    for value in carrier.headers.getlist("set-cookie"):
        answer.headers.append("set-cookie", value)
    return answer
