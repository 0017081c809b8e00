"""A confidential client sends a nonce and no PKCE challenge."""

from typing import Any

from harness.reference_rp import token_endpoint
from harness.traps.trap import Trap

_client = token_endpoint.client


class _WithoutProof:
    """Authlib's client, which is never told of a verifier."""

    def __init__(self, oauth: Any) -> None:
        self.oauth = oauth

    def __getattr__(self, name: str) -> Any:
        def called(*given: Any, **named: Any) -> Any:
            return getattr(self.oauth, name)(*given, **{key: it for key, it in named.items() if key != "code_verifier"})

        return called


def client(*given: Any) -> Any:
    """A client for one connection."""
    return _WithoutProof(_client(*given))


TRAP = Trap(
    allowed_by="RFC 9700, 2.1.1 (a nonce is the alternative)",
    replaces={"token_endpoint.client": client},
    lacks=("pkce",),
    near=("request/complete", "callback/code_of_another_login", "callback/mixed_up", "discovery/without_pkce"),
)
