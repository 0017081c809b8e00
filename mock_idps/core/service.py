"""One vendor, running: its directory, keys, sessions, grants and what it received."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from mock_idps.core.fault import NO_FAULT, Fault
from mock_idps.core.grants import Grants
from mock_idps.core.keys import KeyFoundry, KeyNaming, KeyRing, random_kid
from mock_idps.core.sessions import Sessions

if TYPE_CHECKING:
    from httpx2 import AsyncClient
    from joserfc.jwk import Key
    from starlette.types import ASGIApp, Receive, Scope, Send

    from mock_idps.core.model import Claims, Directory
    from mock_idps.core.walk import Walk


NO_HEADERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Issuer:
    """One issuer of a vendor: what stands in `iss`, and the name of the key ring that signs for it."""

    url: str
    ring: str


@dataclass(frozen=True, slots=True)
class Received:
    """A request that reached an endpoint: what the judge asks when it wants to know what the app really sent.

    `endpoint` is "authorize", "token", "userinfo", "jwks", "discovery", "logout" and the like; `at` is in seconds.
    """

    endpoint: str
    parameters: dict[str, str]
    headers: dict[str, str]
    at: float


@dataclass(frozen=True, slots=True)
class TurnedDown:
    """A token request that a check refused: by which client authentication it came, and the situation with its detail.

    `method` is that of a `TokenRequest`, `situation` a key of the vendor's error book.
    """

    client_id: str
    method: str
    situation: str
    detail: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Minted:
    """An ID token that was signed here: its claims before and its compact form after any lie, and what would sign more.

    `claims` and `header` are the truthful ones; `key` is the issuer's own.
    """

    claims: Claims
    header: dict[str, Any]
    key: Key
    compact: str


@runtime_checkable
class Vendor(Protocol):
    """What a vendor's folder promises as `VENDOR`."""

    @property
    def name(self) -> str:
        """The folder's name, as in `--idp okta`."""

    @property
    def label(self) -> str:
        """The name people know."""

    @property
    def source(self) -> str:
        """The vendor's own page on OpenID Connect."""

    def hosts(self, directory: Directory) -> Iterable[str]:
        """The host names that the vendor serves for this directory."""

    def prepare(self, service: Service) -> None:
        """Order the keys of every issuer of the directory, so that the first login finds them ready."""

    @property
    def walk(self) -> Walk:
        """How a person walks the sign-in pages."""

    def app(self, service: Service) -> ASGIApp:
        """The vendor's whole web surface, for all of its hosts."""


@dataclass(slots=True)
class Service:
    """The state of one running vendor, shared by its endpoints.

    `clock` gives seconds since 1970; `random` makes codes, identifiers and keys of pages, and is seeded by whoever
    starts the service. `fault` may be exchanged at any time. `outbound` is the HTTP client for back-channel logout; None
    means that the issuer can reach nobody. `kept` is the vendor's own memory (made documents and the like);
    it outlives a reset, and may be emptied at any time. `minted` are the ID tokens signed since the last reset, oldest first.
    `turned_down` is how the newest token request was refused; None when it passed its checks, or none came.
    """

    vendor: Vendor
    directory: Directory
    foundry: KeyFoundry
    clock: Callable[[], float]
    random: Random
    fault: Fault = NO_FAULT
    received: list[Received] = field(default_factory=list)
    minted: list[Minted] = field(default_factory=list)
    turned_down: TurnedDown | None = None
    rings: dict[str, KeyRing] = field(default_factory=dict)
    grants: Grants = field(default_factory=Grants)
    sessions: Sessions = field(default_factory=Sessions)
    outbound: AsyncClient | None = None
    kept: dict[str, Any] = field(default_factory=dict)
    _app: ASGIApp | None = None

    def now(self) -> int:
        """The time as this issuer believes, in whole seconds."""
        return int(self.fault.clock(self.clock()))

    def ring(self, name: str, *, bits: int = 2048, count: int = 1, kid: KeyNaming = random_kid) -> KeyRing:
        """The key ring called `name`, made when first asked for."""
        if name not in self.rings:
            self.rings[name] = KeyRing(self.foundry, bits=bits, count=count, kid=kid)
        return self.rings[name]

    def token(self, characters: int) -> str:
        """A fresh opaque string of base64url characters."""
        raw = self.random.randbytes(-(-characters * 3 // 4))
        return base64.urlsafe_b64encode(raw).decode()[:characters]

    def note(self, endpoint: str, parameters: dict[str, str], headers: Mapping[str, str] = NO_HEADERS) -> None:
        """Remember what an endpoint received."""
        # Starlette's headers look every name up again unless they are asked for their items.
        self.received.append(Received(endpoint, parameters, dict(headers.items()), self.clock()))

    def reset(self, directory: Directory) -> None:
        """Start over with another directory: no sessions, no grants, no fault; the keys stay."""
        self.directory = directory
        self.fault = NO_FAULT
        self.received.clear()
        self.minted.clear()
        self.turned_down = None
        self.grants = Grants()
        self.sessions = Sessions()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the vendor's surface, with the transport's lie if there is one."""
        if self._app is None:
            self._app = self.vendor.app(self)
        await self.fault.transport(self._app)(scope, receive, send)
