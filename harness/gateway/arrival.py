"""How a request arrived: which name TLS was asked for, and whether it came through the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from starlette.types import Scope

    from harness.record.exchange import Via

_KEY = "sso_harness.arrival"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the connection knows before HTTP begins.

    Attributes:
        server_name: the host of the TLS handshake (SNI), lower case.
        tunnel: the host of the CONNECT request, or None without the door.
    """

    server_name: str
    tunnel: str | None = None

    @property
    def via(self) -> Via:
        """How the recorder names the way taken."""
        return "browser" if self.tunnel is None else "back channel"

    def stamp(self, scope: Scope) -> None:
        """Leave this arrival in a request's ASGI scope."""
        scope[_KEY] = self

    @staticmethod
    def of(scope: Scope) -> Arrival:
        """The arrival of a request that the listener took in."""
        return cast("Arrival", scope[_KEY])
