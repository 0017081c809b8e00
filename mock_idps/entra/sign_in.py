"""The sign-in pages' posts: user name, password, picked account, cancel.

Field names: github.com/Versent/saml2aws pkg/provider/aad (login, loginfmt, passwd, ctx, flowToken, canary, hpgrequestid).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from starlette.responses import JSONResponse, Response

from mock_idps.core.refusal import Refusal, worded
from mock_idps.core.signing_in import check_password, resume
from mock_idps.entra import authority, headers, journey, sessions, trace
from mock_idps.entra.answers import error_parameters, refuse, to_app
from mock_idps.entra.authority import CONSUMERS
from mock_idps.entra.request_checks import sent_to
from mock_idps.entra.sign_in_errors import ERRORS

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.model import Person, Tenant
    from mock_idps.core.service import Service
    from mock_idps.core.signing_in import Interaction

EXISTS, UNKNOWN, BOTH_KINDS = 0, 1, 6
"""`IfExistsResult` of GetCredentialType; 6 is an address that is a work and a personal account
(github.com/sportradar/aws-azure-login src/login.ts shows the tiles that follow)."""


async def posted(request: Request) -> dict[str, str]:
    """A posted form, first value of each name."""
    form = await request.form()
    fields: dict[str, str] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            fields.setdefault(name, value)
    return fields


async def login(service: Service, request: Request) -> Response:
    """POST /{tenant}/login: Next, Sign in, or Back.

    A script-driven browser posts once, with user name and password; without script the user name comes first, alone.
    """
    fields = await posted(request)
    try:
        interaction = resume(service, fields.get("ctx", ""))
    except Refusal as refusal:
        return refuse(service, request, refusal)
    interaction.login = (fields.get("loginfmt") or fields.get("login") or interaction.login).strip()
    interaction.notes["kind"] = fields.get("kind") or interaction.notes.get("kind", "")
    if "back" in fields:
        return _back(service, request, interaction, fields.get("step", ""))
    step = "email" if fields.get("step") != "password" and not fields.get("passwd") else "password"
    try:
        account = identify(service, interaction)
        if account is None or step == "email":
            return journey.sign_in_page(service, interaction, step="tiles" if account is None else "password")
        prove(service, request, interaction, account, fields.get("passwd", ""))
        return await journey.proceed(service, request, interaction)
    except Refusal as refusal:
        wire = worded(ERRORS, refusal)
        shown = "email" if refusal.situation == "person_unknown" else step
        return journey.sign_in_page(service, interaction, step=shown, error=wire.text(refusal.detail), code=wire.code)


def identify(service: Service, interaction: Interaction) -> tuple[Tenant, Person] | None:
    """The account behind the typed name; None when it is both a work and a personal one and nobody chose.

    Raises:
        Refusal: "person_unknown".
    """
    where, kind = sent_to(service, interaction.request), interaction.notes.get("kind")
    found = list(authority.accounts(service.directory, where, interaction.login))
    personal = [it for it in found if it[0].id == CONSUMERS]
    work = [it for it in found if it[0].id != CONSUMERS]
    if where.name == "common" and personal and work and not kind:
        return None
    chosen = personal if kind == "personal" or where.name == "consumers" else work or personal
    if not chosen:
        raise Refusal("person_unknown", login=interaction.login)
    return chosen[0]


def prove(
    service: Service, request: Request, interaction: Interaction, account: tuple[Tenant, Person], password: str
) -> None:
    """Check the password and open the session.

    Raises:
        Refusal: "password_wrong", "person_locked" or "person_disabled", all shown on the page itself.
    """
    tenant, person = account
    check_password(person, password)
    if person.state in {"disabled", "locked"}:
        raise Refusal(f"person_{person.state}")
    interaction.tenant, interaction.person = tenant, person
    sessions.sign_in(service, request, interaction, ("pwd",))


def _back(service: Service, request: Request, interaction: Interaction, step: str) -> Response:
    if step != "email":
        return journey.sign_in_page(service, interaction)
    return cancel(service, request, interaction)


def cancel(service: Service, request: Request, interaction: Interaction) -> Response:
    """Leave for the app without signing in: access_denied with "error_subcode", and no description.

    Tenant setting "cancel_decodes_state" gives `state` back decoded once and unquoted, as seen in 2020
    (https://github.com/AzureAD/microsoft-identity-web/issues/125).
    """
    asked = interaction.request
    service.grants.interactions.pop(interaction.id, None)
    told = error_parameters(trace.start(service, request), ERRORS["cancelled"], {})
    tenant = asked.tenant
    if tenant is None or not tenant.settings.get("cancel_decodes_state") or asked.response_mode != "query":
        return to_app(service, asked, told)
    told = service.fault.authorization_response(told | {"state": unquote(asked.get("state"))})
    query = "&".join(f"{name}={value}" for name, value in told.items())
    answer = Response(status_code=302, headers={"Location": f"{asked.extra['redirect_uri']}?{query}"})
    return headers.stamp(service, answer, trace.identifier(service))


async def credential_type(service: Service, request: Request) -> Response:
    """POST /{tenant}/GetCredentialType: what the page's script asks once the user name is typed."""
    try:
        asked = await request.json()
        interaction = resume(service, str(asked.get("originalRequest", "")))
    except (ValueError, AttributeError, Refusal):
        return JSONResponse({"error": {"code": "6000"}}, 400)
    interaction.login = str(asked.get("username", "")).strip()
    try:
        result = BOTH_KINDS if identify(service, interaction) is None else EXISTS
    except Refusal:
        result = UNKNOWN
    told = {
        "Username": interaction.login,
        "Display": interaction.login,
        "IfExistsResult": result,
        "IsUnmanaged": False,
        "ThrottleStatus": 0,
        "Credentials": {"PrefCredential": 1, "HasPassword": True, "RemoteNgcParams": None, "FidoParams": None},
        "EstsProperties": {"DomainType": 3},
    }
    answer = JSONResponse(told, headers=dict(headers.NOT_STORED))
    return headers.stamp(service, answer, trace.identifier(service))


async def pick(service: Service, request: Request) -> Response:
    """POST /{tenant}/reprocess: an account of the picker, or another one."""
    fields = await posted(request)
    try:
        interaction = resume(service, fields.get("ctx", ""))
    except Refusal as refusal:
        return refuse(service, request, refusal)
    if "back" in fields:
        return cancel(service, request, interaction)
    session = sessions.current(service, request)
    chosen = fields.get("account", "")
    held = next((it for it in (session.authentications if session else ()) if it.person.id == chosen), None)
    if held is None:
        return journey.sign_in_page(service, interaction)
    interaction.authentication = held
    return await journey.proceed(service, request, interaction)


async def post_only(service: Service, request: Request) -> Response:
    """GET of an address that takes posts only, such as the browser's Back to a posted page."""
    return refuse(service, request, Refusal("post_only"))
