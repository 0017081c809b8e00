"""One authorization on its way through Hydra's hops: challenge, verifier and the cookies that tie them to a browser.

Source: github.com/ory/hydra v2.2.0, consent/strategy_default.go and consent/csrf.go. A cookie stands per client, not per
login, so a second login of the same client in another tab overwrites the first one's.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from mock_idps.core.refusal import Refusal
from mock_idps.core.signing_in import Interaction

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.regions import Region

OPEN_SECONDS = 1800
"""How long a login or consent request may stay open: Hydra's default (`ttl.login_consent_request`)."""

SESSION_COOKIE = "ory_hydra_session"
"""Hydra's own session; only set where logins are remembered (switch `remember_login`)."""


@dataclass(slots=True)
class Hop:
    """One of the two detours: to the login page, or to the consent page.

    `challenge` goes there, `verifier` comes back once the detour was accepted; `csrf` is the cookie's value; `used` is
    set by the verifier's first use; `refused` is a situation that the detour reports instead.
    """

    challenge: str
    csrf: str
    opened_at: int
    verifier: str = ""
    used: bool = False
    refused: str = ""

    def expired(self, now: int) -> bool:
        """Whether the detour's page stayed open too long."""
        return now >= self.opened_at + OPEN_SECONDS


@dataclass(slots=True, kw_only=True)
class Flow(Interaction):
    """An interaction with its two hops; `requested_at` (seconds) becomes the claim `rat`, `sid` the login session.

    `portal` is the value of the portal session's cookie, once there is one; `session` a session that Hydra remembers.
    """

    region: Region
    login_hop: Hop
    sid: str
    requested_at: int
    consent_hop: Hop | None = None
    portal: str = ""
    remembered: bool = False


def opaque(service: Service) -> str:
    """A challenge, verifier or CSRF value: 32 hexadecimal digits, as Hydra's."""
    return service.random.randbytes(16).hex()


def open_hop(service: Service) -> Hop:
    """A fresh detour."""
    return Hop(opaque(service), opaque(service), service.now())


def cookie_name(hop: str, client_id: str) -> str:
    """The CSRF cookie of a hop ("login" or "consent"); its number stands for the client (Hydra's is another hash)."""
    return f"ory_hydra_{hop}_csrf_{zlib.crc32(client_id.encode())}"


def set_csrf(response: Response, kind: str, flow: Flow, hop: Hop) -> None:
    """Give the browser the CSRF cookie of a hop."""
    name = cookie_name(kind, flow.request.registered().client_id)
    response.set_cookie(name, hop.csrf, max_age=OPEN_SECONDS, secure=True, httponly=True, samesite="lax")


def check_csrf(request: Request, kind: str, flow: Flow, hop: Hop) -> None:
    """Check that the browser which comes back from a hop is the one that was sent there.

    Raises:
        Refusal: "csrf_missing" or "csrf_differs".
    """
    value = request.cookies.get(cookie_name(kind, flow.request.registered().client_id))
    if value is None:
        raise Refusal("csrf_missing")
    if value != hop.csrf:
        raise Refusal("csrf_differs")


def remember(service: Service, flow: Flow, key: str) -> None:
    """Make a flow findable by a challenge or verifier."""
    service.grants.interactions[key] = flow


def find(service: Service, key: str) -> Flow | None:
    """The flow that a challenge or verifier belongs to, or None."""
    found = service.grants.interactions.get(key)
    return found if isinstance(found, Flow) else None


def accept(service: Service, flow: Flow, kind: str, hop: Hop, *, refused: str = "") -> str:
    """Close a hop, and give the address at the issuer by which the browser goes on.

    `refused` is the situation that the issuer passes on to the app instead of a code.
    """
    hop.refused = refused
    if not hop.verifier:
        hop.verifier = opaque(service)
        remember(service, flow, hop.verifier)
    query = urlencode({**flow.request.parameters, f"{kind}_verifier": hop.verifier})
    return f"{flow.region.base}/oauth2/auth?{query}"
