"""What Okta remembers beside the core's grants and sessions; it is forgotten together with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mock_idps.core.grants import Authentication
    from mock_idps.core.model import Claims
    from mock_idps.core.service import Service


@dataclass(slots=True)
class Pushed:
    """A pushed authorization request: its parameters, the server it went to, and until when it works (seconds)."""

    parameters: dict[str, str]
    server: str
    client_id: str
    until: int


@dataclass(slots=True)
class Memory:
    """Requests counted per bucket (which span of time, how many), session tokens, pushed requests, used DPoP proofs, DPoP keys.

    `proofs` are the `jti` of proofs already used, `bound` maps access and refresh tokens to the thumbprint of their key,
    `dpop_nonces` a nonce to when it was made, `issued` an access token to its claims.
    """

    buckets: dict[str, tuple[int, int]] = field(default_factory=dict)
    session_tokens: dict[str, Authentication] = field(default_factory=dict)
    pushed: dict[str, Pushed] = field(default_factory=dict)
    proofs: set[str] = field(default_factory=set)
    bound: dict[str, str] = field(default_factory=dict)
    dpop_nonces: dict[str, int] = field(default_factory=dict)
    issued: dict[str, Claims] = field(default_factory=dict)


def of(service: Service) -> Memory:
    """The memory that belongs to the service's present grants; it lies among them, so that a reset drops both."""
    kept = service.grants.interactions.get(_PLACE)
    if not isinstance(kept, Memory):
        kept = service.grants.interactions[_PLACE] = Memory()
    return kept


_PLACE = "memory of okta"
"""No state handle looks like this, and resuming it finds no interaction."""
