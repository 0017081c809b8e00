"""Sign-in that starts elsewhere: a tile in the provider's portal, or its Login URL (OIDC Core 1.0, 4).

Whatever comes in only chooses whom to ask; the login itself is our own, with our own state and nonce.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from . import checks, pages, redirect_uri, return_address, sign_in, visit
from .configuration import Connection, Organisation
from .refusal import Refusal
from .relying_party import RelyingParty

router = APIRouter()

MAX_HINT = 320


@router.api_route("/api/auth/initiate", methods=["GET", "POST"])
async def by_issuer(request: Request) -> Response:
    """Start at the issuer that "iss" names; where several organisations share it (JumpCloud), ask which one."""
    return await _start(request, "")


@router.api_route("/api/auth/initiate/{slug}", methods=["GET", "POST"])
async def by_organisation(request: Request, slug: str) -> Response:
    """Start for `{idp}-{organization_id}`: the Login URL of a JumpCloud app, which must name the organisation itself."""
    return await _start(request, slug)


async def _start(request: Request, slug: str) -> Response:
    if sign_in.is_prefetch(request):
        return Response(status_code=204)
    party, region = visit.party(request), visit.region(request)
    try:
        given = await parameters(request)
        found = named(party, slug, given) if slug else asserted(party, given)
        return_to = return_address.safe(given.get("target_link_uri", ""), region.origin)
        if found is None:
            return return_address.go(f"/sign-in/organisation?{urlencode({'return_to': return_to})}")
        organisation, connection = found
        elsewhere = sign_in.other_region(party, region, organisation)
        if elsewhere:
            return return_address.go(f"{elsewhere.origin}{request.url.path}?{urlencode(given)}")
        return await sign_in.leave(request, organisation, connection, return_to, hint(given))
    except Refusal as refusal:
        return pages.refused(request, refusal, organisation=slug)


async def parameters(request: Request) -> dict[str, str]:
    """The three parameters of the request, by GET or POST; others are ignored."""
    if request.method == "POST":
        form = await request.form(max_files=0, max_fields=20)
        given = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    else:
        given = request.query_params.multi_items()
    known = {"iss", "login_hint", "target_link_uri"}
    return {name: value for name, value in checks.parameters(given).items() if name in known}


def hint(given: Mapping[str, str]) -> str:
    """The login hint, when it is one a person could have typed."""
    text = given.get("login_hint", "")
    return text if len(text) <= MAX_HINT and text.isprintable() else ""


def is_issuer(connection: Connection, iss: str) -> bool:
    """Whether "iss" names the connection's issuer. Okta's tile names the org, also for custom authorization servers.

    Source: https://developer.okta.com/docs/reference/api/apps/ ("initiate_login_uri").
    """
    return connection.issuer == iss or (connection.idp == "okta" and connection.issuer.startswith(f"{iss}/oauth2/"))


def named(party: RelyingParty, slug: str, given: Mapping[str, str]) -> tuple[Organisation, Connection]:
    """The organisation and active connection of `slug`, whose issuer "iss" names if it is given."""
    idp, organization_id = redirect_uri.split(slug) or ("", "")
    organisation = party.organisation(organization_id)
    connection = organisation.connection if organisation else None
    if organisation is None or connection is None or connection.idp != idp or connection.status != "active":
        raise Refusal("initiate.issuer", "no active connection has this address")
    if "iss" in given and not is_issuer(connection, given["iss"]):
        raise Refusal("initiate.issuer", '"iss" is not the issuer of this connection')
    return organisation, connection


def asserted(party: RelyingParty, given: Mapping[str, str]) -> tuple[Organisation, Connection] | None:
    """The one organisation whose issuer is "iss"; None when several share it."""
    found = [
        (organisation, organisation.connection)
        for organisation in party.organisations()
        if organisation.connection
        and organisation.connection.status == "active"
        and is_issuer(organisation.connection, given.get("iss", ""))
    ]
    if not found:
        raise Refusal("initiate.issuer", '"iss" is missing or names no issuer known here')
    return found[0] if len(found) == 1 else None
