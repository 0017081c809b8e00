"""Support's page: enters the connection a customer has sent, and confirms it when the customer's test went well."""

import secrets
from dataclasses import replace

from fastapi import APIRouter, Request, Response

from . import connections, pages, visit
from .configuration import Organisation
from .refusal import Refusal
from .relying_party import RelyingParty

router = APIRouter()

STATUSES = ("active", "disabled")


@router.get("/operator/connections")
async def operator_page(request: Request) -> Response:
    """The two forms; both need the operator key."""
    return _page(request, "")


@router.post("/operator/connections/enter")
async def entered(request: Request) -> Response:
    """Enter a connection on behalf of a customer."""
    form = connections.texts(await request.form(max_files=0, max_fields=20))
    organisation = authorised(visit.party(request), form)
    hints = await connections.enter(visit.party(request), organisation, form)
    return connections.shown(request, organisation, form, hints, key=True)


@router.post("/operator/connections/status")
async def confirmed(request: Request) -> Response:
    """Make a connection active, or disable it."""
    party = visit.party(request)
    form = connections.texts(await request.form(max_files=0, max_fields=20))
    organisation = authorised(party, form)
    connection = party.connections.get(organisation.organization_id) or organisation.connection
    status = form.get("status", "")
    if connection is None or status not in STATUSES:
        raise Refusal("form", "there is no connection to change, or no such status")
    party.connections[organisation.organization_id] = replace(
        connection, status="active" if status == "active" else "disabled"
    )
    return _page(request, f"The connection of {organisation.organization_id} is {status}.")


def _page(request: Request, done: str) -> Response:
    """The page with its two forms empty; `done` says what has just happened."""
    form = dict.fromkeys(connections.FIELDS, "")
    return pages.page(request, "support.html", done=done, form=form, hints=[], labels=connections.labels())


def authorised(party: RelyingParty, form: dict[str, str]) -> Organisation:
    """The organisation the form is about, once the operator key in it is right.

    Raises:
        Refusal: "role" for a wrong key, "form" for an unknown organization_id.
    """
    key = party.configuration.operator_key
    if not key or not secrets.compare_digest(form.get("key", "").encode("utf-8", "replace"), key.encode()):
        raise Refusal("role", "the operator key is wrong or switched off")
    organisation = party.organisation(form.get("organization_id", ""))
    if organisation is None:
        raise Refusal("form", "no organisation has this organization_id")
    return organisation
