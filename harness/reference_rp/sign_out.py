"""Signing out: the session ends here first, then, where it was agreed, at the identity provider."""

import secrets
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Request, Response

from . import adapters, authorization, checks, cookies, discovery, pages, return_address, sessions, visit
from .configuration import Connection, Region
from .refusal import Refusal
from .relying_party import RelyingParty
from .sessions import Session

router = APIRouter()

LANDING = "/signed-out"


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """End this browser's session; a form of the session itself must ask for it."""
    party, region = visit.party(request), visit.region(request)
    session = visit.session(party, request, region)
    if session is None:
        response = return_address.go(landing(request))
    else:
        form = await request.form(max_files=0, max_fields=20)
        proven(form.get("csrf"), session)
        sessions.end(party.sessions, session)
        response = return_address.go(await at_issuer(party, session, region) or landing(request))
    cookies.clear_session(response, region)
    return response


def proven(token: object, session: Session) -> None:
    """The form carries its session's own token, so no other site sent it.

    Raises:
        Refusal: "form".
    """
    if not isinstance(token, str) or not secrets.compare_digest(
        token.encode("utf-8", "replace"), session.csrf.encode()
    ):
        raise Refusal("form", "the form's token is not the session's")


def landing(request: Request) -> str:  # noqa: ARG001 - whatever the query asks for has no say in it
    """Where a person is after signing out."""
    return LANDING


async def at_issuer(party: RelyingParty, session: Session, region: Region) -> str:
    """The issuer's logout address for `session` (RP-Initiated Logout 1.0, 2); empty when only this app signs out."""
    organisation = party.organisation(session.organization_id)
    connection = organisation.connection if organisation else None
    if connection is None or connection.sign_out != "everywhere" or connection.issuer != session.issuer:
        return ""
    try:
        endpoint = (await discovery.metadata(party, connection)).get("end_session_endpoint")
    except Refusal:
        return ""  # the person is signed out here all the same
    if not isinstance(endpoint, str) or not checks.usable_endpoint(endpoint, connection.issuer):
        return ""
    joint = "&" if urlsplit(endpoint).query else "?"
    return f"{endpoint}{joint}{urlencode(logout_parameters(connection, session, region))}"


def logout_parameters(connection: Connection, session: Session, region: Region) -> dict[str, str]:
    """What the logout endpoint is told; whom to sign out, in the way this provider wants it."""
    adapter = adapters.find(connection.idp)
    by_hint = adapter is not None and adapter.logout_hint == "logout_hint"
    whom = {"logout_hint": session.logout_hint} if by_hint else {"id_token_hint": session.id_token}
    return {
        **{name: value for name, value in whom.items() if value},
        "post_logout_redirect_uri": f"{region.origin}{LANDING}",
        "state": authorization.new_state(),
    }


@router.get(LANDING)
async def signed_out(request: Request) -> Response:
    """The page after signing out, also on the way back from the issuer; nothing starts from it by itself."""
    return returned(request)


def returned(request: Request) -> Response:
    """The person is back: issuers return with our state, with another one, or with none, and all of it is right."""
    return pages.page(request, "signed_out.html")
