"""The claims of JumpCloud's tokens and answers: pure functions; keys are sorted, as Go marshals maps.

Sources: decoded tokens in github.com/goharbor/harbor/issues/20779 (2024), github.com/knadh/listmonk/issues/2237 (January 2025)
and github.com/argoproj/argo-cd/issues/22973 (May 2025); which attributes a scope brings: jumpcloud.com/support/oidc-attributes-claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

    from mock_idps.core.model import AppRegistration, Claims, Person, Tenant

ID_TOKEN_LIVES = 3600
"""Seconds, in all three public tokens."""

NOT_IN_USERINFO = frozenset({"nonce", "at_hash", "c_hash", "exp", "sid", "jti"})
"""What userinfo leaves out of the ID token (github.com/goharbor/harbor/issues/20779 shows both)."""


def groups(person: Person, app: AppRegistration) -> tuple[str, ...]:
    """The names of the person's groups that are bound to the app; without `bound_groups` every group counts as bound."""
    bound = app.settings.get("bound_groups")
    return tuple(group.name for group in person.groups if bound is None or group.name in bound)


def group_claim(names: tuple[str, ...]) -> str | list[str] | None:
    """The value of the group claim: nothing for no group, a bare string for one, a list for more."""
    if not names:
        return None
    return names[0] if len(names) == 1 else list(names)


def attribute(person: Person, name: str) -> Any:
    """A user attribute by JumpCloud's name for it, or None where it is unset."""
    known = {
        "email": person.email,
        "firstname": person.given_name,
        "lastname": person.family_name,
        "fullname": person.name,
        "displayname": person.name,
        "username": person.login.partition("@")[0],
    }
    value = known.get(name, person.attributes.get(name))
    return None if value == "" else value


def mapped(person: Person, app: AppRegistration, scope: Collection[str]) -> Claims:
    """What the app's admin lets it know of a person.

    Settings of the app: `standard_scopes` (ticked ones, default email and profile), `attributes` (claim name ->
    attribute), `constants` (claim name -> text), `email_verified` (the constant that comes with Email: "true" by default;
    True, "1" or None for absent), `unset_attributes` ("missing", or "empty"), `group_claim` (the name typed beside
    "include group attribute"; not ticked by default).
    """
    settings = app.settings
    ticked = [name for name in settings.get("standard_scopes", ("email", "profile")) if name in scope]
    names: dict[str, str] = {}
    told: Claims = {}
    if "email" in ticked:
        names["email"] = "email"
        verified = settings.get("email_verified", "true")
        told |= {} if verified is None else {"email_verified": verified}
    if "profile" in ticked:
        names |= {"given_name": "firstname", "family_name": "lastname"}
    names |= settings.get("attributes", {})
    for claim, source in names.items():
        value = attribute(person, source)
        if value is None and settings.get("unset_attributes", "missing") == "empty":
            value = ""
        if value is not None:
            told[claim] = value
    told |= settings.get("constants", {})
    if name := settings.get("group_claim"):
        named = group_claim(groups(person, app))
        told |= {} if named is None else {name: named}
    return told


def session(tenant: Tenant, person: Person, app: AppRegistration, scope: Collection[str]) -> Claims:
    """What a sign-in knows of the person: fixed at consent, so that later changes show at the next sign-in only.

    `jc_org` stands in tokens since 2025 (switch `jc_org` of the organisation, default True).
    """
    told = mapped(person, app, scope)
    if tenant.settings.get("jc_org", True):
        told["jc_org"] = tenant.id
    return told


def id_token(issued: Claims, told: Claims) -> Claims:
    """An ID token. `issued` holds iss, sub, aud, iat, auth_time, rat, jti, sid and at_hash, and nonce where one was sent."""
    claims = {**told, **issued, "exp": issued["iat"] + ID_TOKEN_LIVES}
    return dict(sorted(claims.items()))


def userinfo(claims: Claims) -> Claims:
    """The userinfo answer that goes with an ID token's claims."""
    return {name: value for name, value in claims.items() if name not in NOT_IN_USERINFO}


def access_token(issued: Claims, told: Claims, scope: Collection[str]) -> Claims:
    """An access token in its JWT form: no audience, scopes as a list, attributes below `ext`.

    `issued` holds iss, sub, client_id, iat, exp and jti. Seen in May 2026 (github.com/fyne-coder/gongcli_mcp,
    docs/remote-mcp-auth.md).
    """
    claims = {**issued, "aud": [], "ext": dict(sorted(told.items())), "nbf": issued["iat"], "scp": list(scope)}
    return dict(sorted(claims.items()))
