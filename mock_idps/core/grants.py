"""What an issuer has granted: codes, access tokens, refresh tokens, and pages that are still open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.model import AppRegistration, Person, Tenant


@dataclass(slots=True)
class Authentication:
    """That a person signed in: who, when (seconds) and how (`amr`-like method names).

    `notes` is the vendor's own memory of this sign-in.
    """

    tenant: Tenant
    person: Person
    at: int
    methods: tuple[str, ...] = ("pwd",)
    session: str = ""
    notes: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Code:
    """An authorization code: the request it answers, who signed in, and what was issued from it."""

    value: str
    request: AuthorizationRequest
    authentication: Authentication
    app: AppRegistration
    issued_at: int
    lives: int
    used: bool = False
    pkce_spent: bool = False
    family: str = ""

    def expired(self, now: int) -> bool:
        """Whether the code's `lives` seconds are over."""
        return now >= self.issued_at + self.lives


@dataclass(slots=True)
class AccessToken:
    """An access token as the issuer remembers it; `family` ties together all that came from one code."""

    value: str
    app: AppRegistration
    authentication: Authentication
    scope: tuple[str, ...]
    expires_at: int
    family: str
    issuer: str = ""
    revoked: bool = False


@dataclass(slots=True)
class RefreshToken:
    """A refresh token; `replaced_at` is set once it was rotated (seconds), None while it is the newest."""

    value: str
    app: AppRegistration
    authentication: Authentication
    request: AuthorizationRequest
    expires_at: int
    family: str
    replaced_at: int | None = None
    revoked: bool = False


@dataclass(slots=True)
class Grants:
    """All grants of one issuer service, and the interactions (open sign-in pages) that lead to them."""

    codes: dict[str, Code] = field(default_factory=dict)
    access_tokens: dict[str, AccessToken] = field(default_factory=dict)
    refresh_tokens: dict[str, RefreshToken] = field(default_factory=dict)
    interactions: dict[str, Any] = field(default_factory=dict)
    consents: set[tuple[str, str]] = field(default_factory=set)

    def revoke(self, family: str) -> None:
        """Revoke every token that came from one code."""
        for access in self.access_tokens.values():
            access.revoked |= access.family == family
        for refresh in self.refresh_tokens.values():
            refresh.revoked |= refresh.family == family
