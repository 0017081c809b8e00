"""Signing out: the session ends here, and at the identity provider where it can be told."""

import secrets

from fastapi import APIRouter, Request, Response

from . import cookies, pages, return_address, sessions, visit
from .refusal import Refusal

router = APIRouter()


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """End this browser's session; a form of the session itself must ask for it."""
    party, region = visit.party(request), visit.region(request)
    session = visit.session(party, request, region)
    if session is None:
        response = return_address.go("/signed-out")
    else:
        form = await request.form(max_files=0, max_fields=20)
        given = form.get("csrf")
        if not isinstance(given, str) or not secrets.compare_digest(given.encode(), session.csrf.encode()):
            return pages.refused(request, Refusal("form", "the form's token is not the session's"))
        response = return_address.go("/signed-out")
        sessions.end(party.sessions, session)
    cookies.clear_session(response, region)
    return response


@router.get("/signed-out")
async def signed_out(request: Request) -> Response:
    """The page after signing out; nothing starts from it by itself, and whatever the query says is ignored."""
    return pages.page(request, "signed_out.html")
