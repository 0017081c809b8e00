"""Logout tokens: what an issuer posts to an app when a person signs out elsewhere (Back-Channel Logout 1.0, 2.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.fault import Signing
from mock_idps.core.tokens import sign

if TYPE_CHECKING:
    from mock_idps.core.model import Claims
    from mock_idps.core.service import Minted, Service

EVENT = "http://schemas.openid.net/event/backchannel-logout"

LIVES = 120
"""Seconds; the specification asks for at most two minutes."""


def claims(service: Service, about: Minted) -> Claims:
    """The claims of a logout token for the session behind an ID token; `sid` only where the ID token has one."""
    now = service.now()
    told: Claims = {
        "iss": about.claims["iss"],
        "sub": about.claims["sub"],
        "aud": about.claims["aud"],
        "iat": now,
        "exp": now + LIVES,
        "jti": service.token(22),
        "events": {EVENT: {}},
    }
    if "sid" in about.claims:
        told["sid"] = about.claims["sid"]
    return told


def mint(service: Service, about: Minted) -> str:
    """A logout token for the session behind an ID token, with whatever lie is in force."""
    told = service.fault.logout_token(claims(service, about))
    signing = service.fault.signing(Signing({**about.header, "typ": "logout+jwt"}, about.key))
    return service.fault.compact(sign(signing.header, told, signing.key))
