"""Logout that an issuer starts: by a frame in the person's browser, or by a token straight to us."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from . import checks, discovery, logout_checks, pages, redirect_uri, sessions, visit
from .configuration import Connection, Organisation
from .refusal import Refusal
from .relying_party import RelyingParty
from .sessions import Session

router = APIRouter()


def addressed(party: RelyingParty, slug: str) -> tuple[Organisation, Connection]:
    """The organisation and connection of `{idp}-{organization_id}`.

    Raises:
        Refusal: "logout.session".
    """
    idp, organization_id = redirect_uri.split(slug) or ("", "")
    organisation = party.organisation(organization_id)
    if organisation is None or organisation.connection is None or organisation.connection.idp != idp:
        raise Refusal("logout.session", "no connection has this address")
    return organisation, organisation.connection


def meant(party: RelyingParty, organisation: Organisation, connection: Connection, sub: str, sid: str) -> list[Session]:
    """The sessions of this connection that `sub` and `sid` name; what is empty does not restrict."""
    return [
        each
        for each in party.sessions.all()
        if (each.organization_id, each.issuer) == (organisation.organization_id, connection.issuer)
        and sub in {"", each.subject}
        and sid in {"", each.sid}
    ]


@router.get("/api/auth/logout/front-channel/{slug}")
async def front_channel(request: Request, slug: str) -> Response:
    """A frame on the issuer's logout page: ends the session that "iss" and "sid" name (Front-Channel Logout 1.0, 2).

    Our cookies do not reach a frame on another site, so the session is found by what the issuer says.
    """
    party = visit.party(request)
    try:
        organisation, connection = addressed(party, slug)
        iss, sid = request.query_params.get("iss", ""), request.query_params.get("sid", "")
        if iss != connection.issuer or not sid:
            raise Refusal("logout.session", '"iss" and "sid" do not name a session of this connection')  # noqa: TRY301 - one page answers all
    except Refusal as refusal:
        return pages.refused(request, refusal)
    for session in meant(party, organisation, connection, "", sid):
        sessions.end(party.sessions, session)
    return HTMLResponse("<!doctype html><html lang=en-GB><title>Signed out</title><p>Signed out.")


@router.post("/api/auth/logout/back-channel/{slug}")
async def back_channel(request: Request, slug: str) -> Response:
    """A logout token: 200 when it is good, 400 when it is not (Back-Channel Logout 1.0, 2.8)."""
    party = visit.party(request)
    form = await request.form(max_files=0, max_fields=20)
    try:
        organisation, connection = addressed(party, slug)
        sub, sid = await logged_out(party, connection, form.get("logout_token"))
    except Refusal as refusal:
        pages.log(refusal, organisation=slug)
        text = {"error": "invalid_request", "error_description": refusal.detail, "check": refusal.check}
        return JSONResponse(text, 400)
    for session in meant(party, organisation, connection, sub, sid):
        sessions.end(party.sessions, session)
    return Response(status_code=200)


async def logged_out(party: RelyingParty, connection: Connection, raw: object) -> tuple[str, str]:
    """Subject and session id of a good logout token.

    Raises:
        Refusal: one of "logout_token.*", "jwks.*" or "discovery.*".
    """
    if not isinstance(raw, str) or not raw:
        raise Refusal("logout_token.missing", 'the form holds no "logout_token"')
    header = checks.id_token_header(raw, "logout_token.format")
    checks.id_token_crit(header, "logout_token.crit")
    alg = checks.id_token_alg(header, connection, "logout_token.alg")
    published = await discovery.keys(party, connection, header.get("kid"))
    keys = checks.id_token_kid(header, published, "logout_token.kid")
    claims, now = checks.id_token_signature(raw, keys, alg, "logout_token.signature"), party.clock()
    logout_checks.iss(claims, connection)
    logout_checks.aud(claims, connection)
    logout_checks.exp(claims, now)
    logout_checks.iat(claims, now)
    logout_checks.events(claims)
    logout_checks.nonce(claims)
    subject = logout_checks.subject(claims)
    logout_checks.jti(claims, party.logout_tokens, now)
    return subject
