"""Keys are fetched as soon as somebody begins a login, and several times."""

from typing import Any

from harness.reference_rp import discovery, sign_in, visit
from harness.reference_rp.refusal import Refusal
from harness.traps.trap import Trap

_leave = sign_in.leave


async def leave(request: Any, organisation: Any, connection: Any, return_to: str, login_hint: str = "") -> Any:
    """To the issuer, with its keys already here."""
    party = visit.party(request)
    place = discovery.kept(party, connection.issuer)
    if place.keys is None:
        try:
            for _ in range(3):
                place.keys, place.keys_at = await discovery.fetch_keys(party, connection), party.clock()
        except Refusal:
            place.keys = None
    return await _leave(request, organisation, connection, return_to, login_hint)


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 10.1.1 says when to fetch at least, nothing says when at most",
    replaces={"sign_in.leave": leave},
    near=("keys/storm", "keys/unavailable", "keys/rotated_within_a_login", "discovery/unavailable"),
)
