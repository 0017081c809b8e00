"""A blank in the client secret is encoded as %20 and not as a plus sign."""

from typing import Any
from urllib.parse import quote

from authlib.oauth2.auth import ClientAuth

from harness.traps.trap import Trap

_Credentials: Any = ClientAuth


def basic(auth: Any, method: str, uri: str, headers: Any, body: Any) -> Any:
    """HTTP Basic."""
    encoded = _Credentials(quote(auth.client_id, safe=""), quote(auth.client_secret, safe=""), "client_secret_basic")
    return encoded.prepare(method, uri, headers, body)


TRAP = Trap(
    allowed_by="RFC 6749, 2.3.1 and appendix B (both decode alike)",
    replaces={"token_endpoint.basic_credentials": basic},
    near=("token_endpoint/secret_with_signs",),
)
