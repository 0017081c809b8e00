"""The request is pushed first; the browser carries only a reference to it."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from harness.reference_rp import authorization, cookies, discovery, return_address, sign_in, token_endpoint, visit
from harness.traps.trap import Trap

_leave = sign_in.leave


async def leave(request: Any, organisation: Any, connection: Any, return_to: str, login_hint: str = "") -> Any:
    """To the issuer, where it takes pushed requests."""
    party, region = visit.party(request), visit.region(request)
    metadata = await discovery.metadata(party, connection)
    endpoint = metadata.get("pushed_authorization_request_endpoint")
    if endpoint is None:
        return await _leave(request, organisation, connection, return_to, login_hint)
    browser = cookies.read(request, cookies.login_kind(connection.response_mode), region) or cookies.new_browser()
    begun = authorization.begin(party, request, region, organisation, connection, browser, return_to, metadata)
    whole = authorization.address(party, request, connection, begun, metadata, login_hint)
    oauth = token_endpoint.client(party, connection)
    pushed = await oauth.request(
        "POST",
        endpoint,
        withhold_token=True,
        auth=oauth.client_auth(connection.auth_method),
        data=dict(parse_qsl(urlsplit(whole).query)),
    )
    by_reference = {"client_id": connection.client_id, "request_uri": pushed.json()["request_uri"]}
    response = return_address.go(f"{metadata['authorization_endpoint']}?{urlencode(by_reference)}")
    cookies.bind_browser(response, browser, connection.response_mode, region)
    return response


TRAP = Trap(
    allowed_by="RFC 9126, where the issuer's metadata offers it",
    replaces={"sign_in.leave": leave},
    near=("request/complete", "request/fresh_every_time", "callback/mixed_up", "organisation/of_its_own_region"),
)
