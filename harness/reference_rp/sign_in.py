"""Starting to sign in: the page, the organisation step, and the way to the identity provider."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from . import authorization, callback, cookies, discovery, organisations, pages, redirect_uri, return_address, visit
from .configuration import Connection, Organisation, Region
from .refusal import Refusal
from .relying_party import RelyingParty

router = APIRouter()


@router.get("/")
@router.get("/sign-in")
async def sign_in_page(request: Request) -> Response:
    """The sign-in page; who is signed in already may go on to the workspace."""
    party, region = visit.party(request), visit.region(request)
    return pages.page(
        request,
        "sign_in.html",
        return_to=_return_to(request),
        visitor=visit.visitor(party, request, region),
        region=region,
    )


@router.get("/sign-in/organisation")
async def organisation_page(request: Request) -> Response:
    """The step that asks for the organisation's name."""
    typed = request.query_params.get("organisation", "")[: organisations.MAX_NAME]
    return pages.page(request, "organisation.html", typed=typed, return_to=_return_to(request))


@router.post("/sign-in/organisation")
async def organisation_entered(request: Request) -> Response:
    """Somebody typed a name: on to their identity provider."""
    form = await request.form(max_files=0, max_fields=20)
    return await _entered(request, _text(form.get("organisation")), _text(form.get("return_to")))


@router.get("/sign-in/continue")
async def continued(request: Request) -> Response:
    """The same, coming from the other region with the name already typed."""
    if is_prefetch(request):
        return Response(status_code=204)
    return await _entered(request, request.query_params.get("organisation", ""), _return_to(request))


async def _entered(request: Request, typed: str, return_to: str) -> Response:
    party, region = visit.party(request), visit.region(request)
    try:
        organisation, connection = organisations.with_sign_on(party, typed)
    except Refusal as refusal:
        return unknown_organisation(request, refusal, typed, return_to)
    elsewhere = other_region(party, region, organisation)
    if elsewhere:
        query = urlencode({"organisation": organisation.name, "return_to": return_to})
        return return_address.go(f"{elsewhere.origin}/sign-in/continue?{query}")
    try:
        return await leave(request, organisation, connection, return_to)
    except Refusal as refusal:
        return pages.refused(request, refusal, organisation=organisation.name, idp=connection.idp)


def unknown_organisation(request: Request, refusal: Refusal, typed: str, return_to: str) -> Response:  # noqa: ARG001 - the page repeats neither
    """The answer to a name without single sign-on; the same for every such name, so that it tells nothing."""
    return pages.refused(request, refusal)


def other_region(party: RelyingParty, region: Region, organisation: Organisation) -> Region | None:
    """The region that holds the organisation, when it is not this one."""
    return None if organisation.region == region.name else party.region(organisation.region)


async def leave(
    request: Request, organisation: Organisation, connection: Connection, return_to: str, login_hint: str = ""
) -> Response:
    """Begin a login and send the browser to the identity provider.

    Raises:
        Refusal: one of "discovery.*".
    """
    party, region = visit.party(request), visit.region(request)
    metadata = await discovery.metadata(party, connection)
    browser = cookies.read(request, cookies.login_kind(connection.response_mode), region) or cookies.new_browser()
    transaction = authorization.begin(party, request, region, organisation, connection, browser, return_to, metadata)
    address = authorization.address(party, request, connection, transaction, metadata, login_hint)
    response = return_address.go(address)
    cookies.bind_browser(response, browser, connection.response_mode, region)
    return response


@router.api_route("/api/auth/callback/{slug}", methods=["GET", "POST"])
async def came_back(request: Request, slug: str) -> Response:
    """The redirect URI registered by the customer."""
    if is_prefetch(request):
        return Response(status_code=204)
    party, region = visit.party(request), visit.region(request)
    try:
        return await callback.finish(party, request, region)
    except Refusal as refusal:
        idp, organization_id = redirect_uri.split(slug) or ("", "")
        return refused(request, refusal, organization_id, idp)


def refused(request: Request, refusal: Refusal, organization_id: str, idp: str) -> Response:
    """The end of a login that failed: one page, from which nothing starts by itself."""
    return pages.refused(request, refusal, organisation=organization_id, idp=idp)


def is_prefetch(request: Request) -> bool:
    """Whether the browser only guesses that somebody may want this (Fetch, "Sec-Purpose"); a guess starts no login."""
    return "prefetch" in request.headers.get("sec-purpose", request.headers.get("purpose", ""))


def _return_to(request: Request) -> str:
    """The page wanted after sign-in, safe."""
    return return_address.safe(request.query_params.get("return_to", ""), visit.region(request).origin)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
