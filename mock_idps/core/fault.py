"""The hooks a fault may override: one lie at a time, told by an otherwise truthful issuer."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mock_idps.core.model import Claims

if TYPE_CHECKING:
    from joserfc.jwk import Key
    from starlette.types import ASGIApp


@dataclass(frozen=True, slots=True)
class Signing:
    """What an ID token or logout token is about to be signed with: JOSE header in wire order, and the key.

    `secret` is the client's, which no issuer signs with unless it was agreed.
    """

    header: dict[str, Any]
    key: Key
    secret: str = ""


class Fault:
    """No lie at all; a fault overrides exactly one of these hooks and says in `breaks` which rule that breaks.

    Each hook receives what the truthful issuer would send and returns what is sent instead; nothing is mutated.
    """

    breaks = ""

    def clock(self, now: float) -> float:
        """Seconds since 1970 as the issuer believes."""
        return now

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        """The discovery document."""
        return document

    def jwks(self, jwks: dict[str, Any]) -> dict[str, Any]:
        """The key set as published."""
        return jwks

    def signing(self, signing: Signing) -> Signing:
        """Header and key of the next ID token."""
        return signing

    def id_token(self, claims: Claims) -> Claims:
        """The claims of the next ID token, before signing."""
        return claims

    def compact(self, token: str) -> str:
        """The signed ID token in compact form."""
        return token

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """The JSON body of a successful token answer."""
        return body

    def userinfo(self, claims: Claims) -> Claims:
        """The userinfo answer."""
        return claims

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """The parameters that go back to the redirect URI, success or error, in wire order."""
        return parameters

    def logout_token(self, claims: Claims) -> Claims:
        """The claims of the next logout token, before signing."""
        return claims

    def transport(self, app: ASGIApp) -> ASGIApp:
        """The issuer's whole ASGI app, for lies told below HTTP's meaning (slow, cut, huge)."""
        return app


NO_FAULT = Fault()
"""Telling the truth is a fault like any other: nothing in the issuers is a special case."""

HOOKS = tuple(name for name, value in vars(Fault).items() if callable(value) and not name.startswith("_"))
"""The names of all hooks."""


def error_answer(instead_of: dict[str, str], **error: str) -> dict[str, str]:
    """An error in place of an authorization response; "state" and "iss" go along as before (RFC 6749, 4.1.2.1; RFC 9207, 2)."""
    return error | {name: value for name, value in instead_of.items() if name in {"state", "iss"}}


def sometimes(fault: Fault, chance: float, seed: int) -> Fault:
    """`fault`, told only with probability `chance` (0..1); the seed makes a run repeatable."""
    dice = random.Random(seed)  # noqa: S311 - repeatable on purpose, nothing secret depends on it
    wrapper: Fault = type(f"Sometimes{type(fault).__name__}", (Fault,), {"breaks": fault.breaks})()
    for hook in HOOKS:
        lie: Callable[[Any], Any] = getattr(fault, hook)

        def told(value: Any, lie: Callable[[Any], Any] = lie) -> Any:
            return lie(value) if dice.random() < chance else value

        setattr(wrapper, hook, told)
    return wrapper
