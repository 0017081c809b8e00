"""Signing in at Identity Engine: identifier, password, second factor, and back to the app.

The steps and their addresses: a recorded Identity Engine login (`/idp/idx/identify`, `/idp/idx/challenge/answer`,
`/login/token/redirect?stateToken=02.id…`) and github.com/okta/okta-signin-widget. The real widget posts by script; these
pages post forms to the same addresses, so that they work without one. Somebody who is not assigned hears it right after the
identifier: test/testcafe/spec/Identify_spec.js of the widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import Response

from mock_idps.core import signing_in
from mock_idps.core.grants import Authentication
from mock_idps.core.refusal import Refusal
from mock_idps.okta import answers, classic, completion, factors, passwords, policy, screens, sessions
from mock_idps.okta.steps import Step, said, step

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.service import Service


def begin(service: Service, request: Request, asked: AuthorizationRequest) -> Response:
    """Show the first page of the org's engine."""
    if sessions.is_classic(asked.home()):
        return classic.begin(service, request, asked)
    interaction = signing_in.open_interaction(service, asked, identifier=screens.handle(service))
    page = screens.identify(interaction)
    sessions.name_device(service, request, page)
    return page


@step
async def identify(here: Step) -> Response:
    """The first page was sent: an identifier, perhaps with the password."""
    interaction = here.interaction
    interaction.login = here.form.get("identifier", "").strip()
    interaction.methods = []
    together = not here.tenant.settings.get("identifier_first", True)
    wanted = ["identifier", "credentials.passcode"] if together else ["identifier"]
    if blank := [name for name in wanted if not here.form.get(name, "").strip()]:
        return screens.identify(interaction, blank=blank)
    interaction.person = here.tenant.person(interaction.login)
    try:
        _check_identified(here, together=together)
        if together:
            return _prove_password(here, here.form["credentials.passcode"], together=True)
    except Refusal as refusal:
        return screens.identify(interaction, said(refusal))
    return screens.password(interaction)


@step
async def answer(here: Step) -> Response:
    """A challenge was answered: the password first, then the second factor."""
    interaction = here.interaction
    if not interaction.login:
        raise Refusal("interaction_unknown")
    if "pwd" in interaction.methods:
        return _answer_factor(here)
    given = here.form.get("credentials.passcode", "")
    if not given:
        return screens.password(interaction, blank=["credentials.passcode"])
    try:
        return _prove_password(here, given, together=False)
    except Refusal as refusal:
        return screens.password(interaction, said(refusal))


@step
async def choose(here: Step) -> Response:
    """A second factor was chosen from the list; without a choice the list comes again ("Verify with something else")."""
    _proven(here)
    if not (chosen := here.form.get("authenticator", "")):
        return screens.authenticators(here.interaction, factors.of(here.person))
    factor = factors.named(here.person, chosen)
    here.interaction.notes["factor"] = factor.name
    return screens.challenge(here.interaction, factor)


@step
async def poll(here: Step) -> Response:
    """The page of a push asks whether the phone has answered."""
    _proven(here)
    factor = factors.named(here.person, "okta_verify_push")
    try:
        if factors.push_answered(here.person):
            return _done(here, factor.name)
    except Refusal as refusal:
        return screens.challenge(here.interaction, factor, said(refusal))
    return screens.challenge(here.interaction, factor, sent=True)


@step
async def change_password(here: Step) -> Response:
    """A new password was set in place of an expired one."""
    _proven(here)
    try:
        passwords.change(here.person, here.form.get("credentials.passcode", ""), here.form.get("confirmPassword", ""))
    except Refusal as refusal:
        return screens.expired(here.interaction, said(refusal))
    return _after_password(here)


@step
async def cancel(here: Step) -> Response:
    """Start over ("Back to sign in"): the app hears nothing."""
    here.interaction.person = None
    here.interaction.login = ""
    here.interaction.methods = []
    return screens.identify(here.interaction)


@step
async def token_redirect(here: Step) -> Response:
    """Exchange the finished sign-in for a session and the answer to the app."""
    interaction = here.interaction
    if interaction.authentication is None:
        raise Refusal("interaction_unknown")
    here.service.grants.interactions.pop(interaction.id)
    carrier = Response()
    session = sessions.start(here.service, interaction.authentication, carrier)
    answer = await completion.complete(
        here.service, here.request, interaction.request, interaction.authentication, session
    )
    for value in carrier.headers.getlist("set-cookie"):
        answer.headers.append("set-cookie", value)
    return answer


def _check_identified(here: Step, *, together: bool) -> None:
    """Whether the person is known, where the org tells (`reveals_unknown_logins`, off), and assigned to the app.

    Raises:
        Refusal: "sign_in_failed" or "person_not_assigned".
    """
    person = here.interaction.person
    if person is None:
        if not together and here.tenant.settings.get("reveals_unknown_logins", False):
            raise Refusal("sign_in_failed")
    elif here.interaction.request.app:
        signing_in.check_assignment(here.interaction.request, person)


def _proven(here: Step) -> None:
    if "pwd" not in here.interaction.methods:
        raise Refusal("interaction_unknown")


def _prove_password(here: Step, given: str, *, together: bool) -> Response:
    passwords.prove(here.tenant, here.interaction.person, given, together=together)
    here.interaction.methods = ["pwd"]
    if passwords.must_change(here.person):
        return screens.expired(here.interaction)
    return _after_password(here)


def _after_password(here: Step) -> Response:
    """What the app's sign-on policy still wants: nothing, a second factor, or nobody like this person."""
    asked = here.interaction.request
    if asked.app and policy.denies_sign_on(asked, here.person):
        return screens.terminal(here.tenant, said(Refusal("sign_on_denied")))
    has = factors.of(here.person)
    if not has and asked.app and asked.app.settings.get("mfa_required"):
        return screens.terminal(here.tenant, said(Refusal("assurance_unmet", app_name=asked.app.name)))
    if not has:
        return _done(here)
    if len(has) > 1:
        return screens.authenticators(here.interaction, has)
    here.interaction.notes["factor"] = has[0].name
    return screens.challenge(here.interaction, has[0])


def _answer_factor(here: Step) -> Response:
    factor = factors.named(here.person, str(here.interaction.notes.get("factor", "")))
    if not factor.field:
        return screens.challenge(here.interaction, factor, sent=True)
    given = here.form.get(factor.field, "")
    if not given:
        return screens.challenge(here.interaction, factor, blank=[factor.field])
    try:
        factors.check_code(here.person, given)
    except Refusal as refusal:
        return screens.challenge(here.interaction, factor, said(refusal))
    return _done(here, factor.name)


def _done(here: Step, *more: str) -> Response:
    """Everything was proven: leave for the app."""
    interaction = here.interaction
    interaction.methods = ["pwd", *more]
    interaction.authentication = Authentication(
        here.tenant, here.person, here.service.now(), tuple(interaction.methods)
    )
    location = f"/login/token/redirect?stateToken={quote(interaction.id, safe='')}"
    return Response(status_code=302, headers={"Location": location, **answers.NO_STORE})
