"""The rows of a claims table, guessed from one ID token; no value of the token that could be a person's is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_NAMED = {
    "issuer": ("iss",),
    "client_id": ("aud", "azp"),
    "now": ("iat", "nbf"),
    "expires": ("exp",),
    "auth_time": ("auth_time",),
    "nonce": ("nonce",),
    "at_hash": ("at_hash",),
    "jti": ("jti",),
    "session": ("sid", "session_state"),
    "person.id": ("sub", "oid", "uid"),
    "person.login": ("preferred_username", "upn", "unique_name", "username", "login"),
    "person.name": ("name",),
    "person.given_name": ("given_name",),
    "person.family_name": ("family_name",),
    "person.email": ("email", "mail"),
    "person.groups": ("groups", "memberOf", "member_of", "roles"),
    "tenant.id": ("tid", "tenant_id", "org_id", "organization_id"),
    "tenant.name": ("org_name",),
    "tenant.domain": ("hd", "domain"),
}
SOURCES = {claim: source for source, claims in _NAMED.items() for claim in claims}
"""Where the value of a claim comes from that is called so at most providers."""

SCOPES = {
    **dict.fromkeys(("name", "given_name", "family_name", "preferred_username"), "profile"),
    **dict.fromkeys(("email", "email_verified"), "email"),
}
"""The scope that asks for a claim (OIDC Core 1.0, 5.4)."""

PLAIN = frozenset({"acr", "amr", "typ", "ver", "version", "token_use", "token_type", "idp_type", "auth_method"})
"""Claims whose value says something of the provider and nothing of the person."""

STANDARD = ("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "at_hash", "email", "email_verified", "name")
"""The claims of a provider of which no token is at hand."""

_SOURCED = frozenset({"iss", "aud", "iat", "exp", "nbf", "nonce", "at_hash", "jti", "auth_time", "azp"})
"""Claims whose meaning OIDC Core 1.0, 2 fixes: their source is no guess."""


@dataclass(frozen=True, slots=True)
class Guess:
    """One row: the claim, where its value comes from ("" for the constant `value`), and whether that is a guess."""

    claim: str
    source: str = ""
    value: Any = None
    default: Any = None
    scope: str = ""
    as_list: bool = False
    guessed: bool = True


def id_token(claims: Mapping[str, Any]) -> tuple[Guess, ...]:
    """The ID token's table: the sample's claims in its order, or the standard ones; a nonce always goes along."""
    names = tuple(claims) or STANDARD
    rows = [_row(name, claims.get(name), claims) for name in names]
    if "nonce" not in names:
        rows.append(Guess("nonce", "nonce", guessed=False))
    return tuple(row for row in rows if row is not None)


def userinfo(rows: tuple[Guess, ...]) -> tuple[Guess, ...]:
    """The userinfo table: the subject, and whatever the ID token says of the person (OIDC Core 1.0, 5.3.2)."""
    subject = next((row for row in rows if row.claim == "sub"), Guess("sub", "person.id"))
    found = {row.claim: row for row in rows if row.source.startswith("person.") and row.claim != "sub"}
    for name in ("name", "given_name", "family_name", "preferred_username", "email", "email_verified"):
        found.setdefault(name, _row(name, True if name == "email_verified" else None, {}))
    return (subject, *found.values())


def _row(name: str, value: Any, claims: Mapping[str, Any]) -> Guess:
    scope = SCOPES.get(name, "")
    if name == "email_verified":
        known = value if isinstance(value, bool) or value in {"true", "false"} else True
        return Guess(name, "person.attribute.email_verified", default=known, scope=scope, guessed=not claims)
    if name == "sub":
        # A subject that repeats the address or the login name is the provider's habit, and a trap.
        is_login = value is not None and value in {claims.get("email"), claims.get("preferred_username")}
        return Guess(name, "person.login" if is_login else "person.id")
    if name in SOURCES:
        listed = isinstance(value, list) and SOURCES[name] != "person.groups"
        return Guess(name, SOURCES[name], scope=scope, as_list=listed, guessed=name not in _SOURCED)
    return Guess(name, value=value if name in PLAIN and _is_plain(value) else _of_the_shape(name, value))


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | bool | int) or (isinstance(value, list) and all(isinstance(it, str) for it in value))


def _of_the_shape(name: str, value: Any) -> Any:
    """A made-up value of the same type, for the token's own may be a person's."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return 1
    if isinstance(value, list):
        return [f"some {name}"] if value and isinstance(value[0], str) else []
    return {} if isinstance(value, dict) else f"some {name}"
