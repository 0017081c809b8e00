"""The claims of Okta's tokens and answers: pure functions, in wire order.

Sources: a trial org's tokens of September 2026 and Okta's recordings (github.com/okta/samples-nodejs-express-4
`tools/mock-okta/tapes`); which claims are thin: developer.okta.com/docs/concepts/api-access-management/ and Okta's OpenID
Connect reference (`docs/reference/api/oidc/index.md` of github.com/okta/okta-developer-docs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mock_idps.core.grants import Authentication
    from mock_idps.core.model import Claims, Person

ID_TOKEN_LIVES = 3600
"""Seconds; fixed at Okta."""

_AMR = {
    "pwd": ("pwd",),
    "google_otp": ("google_otp",),
    "okta_verify_totp": ("otp", "okta_verify"),
    "okta_verify_push": ("okta_verify", "swk"),
    "fed": ("fed",),
}
"""developer.okta.com/docs/guides/configure-amr-claims-mapping/main/"""


def amr(methods: Sequence[str]) -> list[str]:
    """The `amr` claim of the methods used; two of them are "mfa". The order means nothing, as at Okta."""
    values = [value for method in reversed(methods) for value in _AMR.get(method, (method,))]
    return ["mfa", *values] if len(methods) > 1 else values


def id_token(
    authentication: Authentication,
    scope: Collection[str],
    issued: Claims,
    *,
    nonce: str = "",
    full: bool = False,
    at_hash: str = "",
    extra: Claims | None = None,
) -> Claims:
    """An ID token: thin where an access token comes beside it, full otherwise.

    `issued` holds `iss`, `aud`, `iat` and `jti`; `extra` are groups and a custom server's own claims, which stand last.
    """
    person = authentication.person
    seen = profile(person, scope)
    late = ("given_name", "family_name", "middle_name", "nickname", "profile", "zoneinfo", "updated_at")
    claims: Claims = {
        "sub": person.id,
        **_some(seen, ("name",)),
        **(_some(seen, ("locale",)) if full else {}),
        **_some(seen, ("email",)),
        "ver": 1,
        "iss": issued["iss"],
        "aud": issued["aud"],
        "iat": issued["iat"],
        "exp": issued["iat"] + ID_TOKEN_LIVES,
        "jti": issued["jti"],
        "amr": amr(authentication.methods),
        "idp": person.attributes.get("idp", authentication.tenant.id),
        **({"nonce": nonce} if nonce else {}),
        **_some(seen, ("preferred_username",)),
        **(_some(seen, (*late, "email_verified", "address", "phone_number")) if full else {}),
        "auth_time": authentication.at,
        **({"at_hash": at_hash} if at_hash else {}),
    }
    return claims | (extra or {})


def profile(person: Person, scope: Collection[str]) -> Claims:
    """What the scopes "profile", "email", "address" and "phone" tell of a person, in userinfo's order."""
    attributes = person.attributes
    told: Claims = {}
    if "profile" in scope:
        told |= {"name": person.name, "locale": attributes.get("locale", "en-US")}
    if "email" in scope and person.email is not None:
        told["email"] = person.email
    if "profile" in scope:
        told |= {
            "preferred_username": person.login,
            "given_name": person.given_name,
            "family_name": person.family_name,
            **_some(attributes, ("middle_name", "nickname", "profile", "picture")),
            "zoneinfo": attributes.get("zoneinfo", "America/Los_Angeles"),
            "updated_at": attributes.get("updated_at", 1_750_000_000),
        }
    if "email" in scope and person.email is not None:
        told["email_verified"] = attributes.get("email_verified", True)
    if "address" in scope:
        told |= _some(attributes, ("address",))
    if "phone" in scope:
        told |= _some(attributes, ("phone_number",))
    return told


def userinfo(person: Person, scope: Collection[str], extra: Claims | None = None) -> Claims:
    """The userinfo answer; `extra` holds groups and a custom server's own claims."""
    return {"sub": person.id, **profile(person, scope), **(extra or {})}


def access_token(
    authentication: Authentication, scope: Sequence[str], issued: Claims, *, lives: int, custom: bool
) -> Claims:
    """An access token; its `sub` is the login, unlike the ID token's. `lives` is in seconds.

    `issued` holds `iss`, `aud`, `iat`, `jti` and `cid`. The org server's form may change at any time.
    """
    person = authentication.person
    ends = {"iat": issued["iat"], "exp": issued["iat"] + lives}
    head = {"ver": 1, "jti": issued["jti"], "iss": issued["iss"], "aud": issued["aud"]}
    who = {"cid": issued["cid"], "uid": person.id, "scp": list(scope)}
    if custom:
        return {**head, **ends, **who, "auth_time": authentication.at, "sub": person.login}
    return {**head, "sub": person.login, **ends, **who}


def _some(values: Claims, names: Sequence[str]) -> Claims:
    return {name: values[name] for name in names if name in values}
