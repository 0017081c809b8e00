"""The back channel has a name, tastes and compressions of its own."""

from typing import Any

from harness.reference_rp import wire
from harness.traps.trap import Trap

_client = wire.client


def client(configuration: Any) -> Any:
    """A client that says more about itself."""
    made = _client(configuration)
    made.headers.update(
        {
            "User-Agent": "Mozilla/5.0 (compatible; pelanor-sso/7.2; +https://app.pelanor.io)",
            "Accept-Encoding": "gzip, deflate",
            "Accept-Language": "de-AT, de;q=0.8",
            "Connection": "close",
        }
    )
    return made


TRAP = Trap(
    allowed_by="RFC 9110 (any client's choice)",
    replaces={"wire.client": client},
    near=("keys/rotated_between_logins", "token_endpoint/compressed", "userinfo/token_in_the_header"),
)
