"""No nonce is sent: in the code flow PKCE does its work."""

from typing import Any

from harness.reference_rp import token_endpoint
from harness.traps.trap import Trap

_client = token_endpoint.client


class _WithoutNonce:
    """Authlib's client, which is never told of a nonce."""

    def __init__(self, oauth: Any) -> None:
        self.oauth = oauth

    def __getattr__(self, name: str) -> Any:
        def called(*given: Any, **named: Any) -> Any:
            return getattr(self.oauth, name)(*given, **{key: it for key, it in named.items() if key != "nonce"})

        return called


def client(*given: Any) -> Any:
    """A client for one connection."""
    return _WithoutNonce(_client(*given))


def nonce(claims: object, transaction: object) -> None:
    """Whatever nonce comes is not looked at."""


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 3.1.2.1 (nonce is optional in the code flow); RFC 9700, 2.1.1",
    replaces={"token_endpoint.client": client, "checks.nonce": nonce},
    lacks=("nonce",),
    near=("request/complete", "request/fresh_every_time", "id_token/without_nonce", "callback/code_of_another_login"),
)
