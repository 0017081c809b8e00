"""Entering a connection: by an administrator of the organisation, kept pending until support confirms it."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from . import adapters, connection_advice, discovery, pages, redirect_uri, settings, sign_out, visit, workspace
from .configuration import Connection, Organisation
from .connection_advice import Hint
from .refusal import Refusal
from .relying_party import RelyingParty

router = APIRouter()

FIELDS = ("idp", "client_id", "client_secret", "issuer", "auth_method")


@router.get("/settings/single-sign-on")
async def connection_page(request: Request) -> Response:
    """The form, with what is entered now; the secret is never shown again."""
    visitor = await workspace.current(request)
    if visitor is None:
        return workspace.sign_in_first(request)
    return shown(request, settings.administrator(visitor).organisation, {}, [], visitor=visitor)


@router.post("/settings/single-sign-on")
async def connection_entered(request: Request) -> Response:
    """Somebody has filled in the form."""
    visitor = await workspace.current(request)
    if visitor is None:
        return workspace.sign_in_first(request)
    form = texts(await request.form(max_files=0, max_fields=20))
    sign_out.proven(form.get("csrf"), settings.administrator(visitor).session)
    hints = await enter(visit.party(request), visitor.organisation, form)
    return shown(request, visitor.organisation, form, hints, visitor=visitor)


def texts(form: Mapping[str, object]) -> dict[str, str]:
    """The text fields of a form."""
    return {name: value for name, value in form.items() if isinstance(value, str)}


def labels() -> dict[str, str]:
    """The providers' names for people, by adapter."""
    return {name: adapter.label for name in adapters.names() if (adapter := adapters.find(name))}


async def enter(party: RelyingParty, organisation: Organisation, form: Mapping[str, str]) -> list[Hint]:
    """Keep the connection in `form` as pending, unless something stops it; what is to be said about it is returned."""
    connection, hints = connection_advice.read(form)
    hints = [*hints, *connection_advice.elsewhere(connection, organisation.region)]
    if not any(hint.stops for hint in hints):
        hints = [*hints, *await reachable(party, connection)]
    if not any(hint.stops for hint in hints):
        party.connections[organisation.organization_id] = connection
    return hints


async def reachable(party: RelyingParty, connection: Connection) -> list[Hint]:
    """What the issuer itself says: its metadata must be there and name it exactly."""
    try:
        await discovery.fetch_metadata(party, connection.issuer)
    except Refusal as refusal:
        if refusal.check == "discovery.issuer":
            text = "The issuer calls itself by another name. Copy its issuer URL exactly, including a slash at the end."
        elif connection.issuer.endswith("/oauth2/default"):
            text = 'Your Okta has no authorization server "default". Enter only the domain.'
        else:
            text = "This address does not answer as an identity provider does. Check it for typing errors."
        return [Hint("issuer", text)]
    return []


def typed(form: Mapping[str, str], known: list[Connection]) -> dict[str, str]:
    """What the fields hold: what was typed, or the connection entered last; never a secret."""
    names = [name for name in FIELDS if name != "client_secret"]
    if form or not known:
        return {name: form.get(name, "") for name in names}
    return {name: getattr(known[-1], name) for name in names}


def shown(
    request: Request, organisation: Organisation, form: Mapping[str, str], hints: list[Hint], **values: Any
) -> Response:
    """The form's page, with hints beside their fields and the redirect URI to register."""
    party, region = visit.party(request), visit.party(request).region(organisation.region)
    used = party.organisation(organisation.organization_id) or organisation
    entered = party.connections.get(organisation.organization_id)
    known = [each for each in (used.connection, entered) if each is not None]
    saved = bool(form) and not any(hint.stops for hint in hints)
    addresses = {
        name: redirect_uri.build(request, region, organisation, Connection(name, "", "", ""))
        for name in adapters.names()
    }
    return pages.page(
        request,
        "connection.html",
        200 if saved or not form else 422,
        organisation=organisation,
        known=known[:1] if known[:1] == known[1:] else known,
        form=typed(form, known),
        hints=hints,
        saved=saved,
        addresses=addresses,
        labels=labels(),
        **{"visitor": None, "key": False, **values},
    )
