"""The app behind the sign-in: workspace, reports, "who am I", and the organisation's own address."""

from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from . import pages, refresh, return_address, visit
from .refusal import Refusal
from .visit import Visitor

router = APIRouter()


def sign_in_first(request: Request) -> Response:
    """Nobody is signed in: to the sign-in page, with the way back kept."""
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return return_address.go(f"/sign-in?return_to={quote(wanted, safe='')}")


async def current(request: Request, organization_id: str | None = None) -> Visitor | None:
    """Who is signed in, and still welcome at the issuer where a refresh token allows to ask."""
    party = visit.party(request)
    return await refresh.keep(party, visit.visitor(party, request, visit.region(request), organization_id))


@router.get("/workspace")
async def workspace(request: Request) -> Response:
    """The workspace of the session's own organisation."""
    visitor = await current(request)
    if visitor is None:
        return sign_in_first(request)
    return pages.page(request, "workspace.html", visitor=visitor, region=visit.region(request))


@router.get("/reports/{number}")
async def report(request: Request, number: str) -> Response:
    """One report: a page deep inside, to come back to."""
    visitor = await current(request)
    if visitor is None:
        return sign_in_first(request)
    return pages.page(
        request, "report.html", visitor=visitor, number=number[:20], tab=request.query_params.get("tab", "")
    )


@router.get("/o/{name}")
@router.get("/o/{name}/")
async def of_organisation(request: Request, name: str) -> Response:
    """The address of one organisation: its own people go in, people signed in elsewhere are told so."""
    organisation = visit.party(request).organisation_named(name)
    try:
        visitor = await current(request, organisation.organization_id if organisation else name)
    except Refusal as refusal:
        return pages.refused(request, refusal, organisation=name)
    if visitor is None:
        return return_address.go(f"/sign-in/organisation?organisation={quote(name, safe='')}")
    return pages.page(request, "workspace.html", visitor=visitor, region=visit.region(request))


@router.get("/api/me")
async def me(request: Request) -> Response:
    """Who is signed in, for programs."""
    visitor = await current(request)
    if visitor is None:
        return JSONResponse({"signed_in": False}, 401)
    return JSONResponse(
        {
            "signed_in": True,
            "account": visitor.account.id,
            "email": visitor.account.email,
            "name": visitor.account.name,
            "organisation": visitor.organisation.name,
            "organization_id": visitor.organisation.organization_id,
            "idp": visitor.session.idp,
            "region": visitor.session.region,
            "roles": list(visitor.session.roles),
        }
    )
