"""Claims of ID tokens: what is there by default, what an app may order, what is never there.

Sources: https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference,
https://learn.microsoft.com/en-us/entra/identity-platform/optional-claims-reference, and real tokens in
github.com/cirrusidentity/simplesamlphp-module-authoauth2 docs/MICROSOFT.md (order, times).
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mock_idps.entra import authority
from mock_idps.entra.authority import CONSUMERS
from mock_idps.entra.groups import group_claims

if TYPE_CHECKING:
    from collections.abc import Collection

    from mock_idps.core.model import AppRegistration, Claims, Person, Tenant

BACKDATED = 300
"""Seconds by which `iat` and `nbf` lie before the moment of issue (https://github.com/openid/AppAuth-iOS/issues/264)."""

LIVES = 3900
"""Seconds from `iat` to `exp`: an hour and the back-dating."""

LIVES_PERSONAL = 86700
"""The same for personal accounts (https://learn.microsoft.com/en-us/entra/identity-platform/id-tokens)."""

LEADING = ("aud", "iss", "iat", "nbf", "exp")
PERSONAL_ORDER = (
    "ver",
    "iss",
    "sub",
    "aud",
    "exp",
    "iat",
    "nbf",
    "name",
    "preferred_username",
    "oid",
    "email",
    "tid",
    "nonce",
    "aio",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and what a token is about.

    `tenant` is the tenant signed into and `owner` the app's own; `signed_in_at` is in seconds; `session` is the
    issuer's session GUID; `opaque` are Entra's internal values "aio", "rh" and "uti".
    """

    tenant: Tenant
    person: Person
    owner: Tenant
    app: AppRegistration
    scope: tuple[str, ...]
    nonce: str
    session: str
    signed_in_at: int
    methods: tuple[str, ...]
    opaque: Claims
    version: str = "2.0"
    implicit: bool = False


def pairwise(client_id: str, tenant: Tenant, person: Person) -> str:
    """`sub`: 43 characters, another for every app registration of the same person; half of a personal account's are "A"."""
    digest = hashlib.sha256(f"{client_id} {tenant.id} {person.id}".encode()).digest()
    made = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return "A" * 21 + made[21:] if tenant.id == CONSUMERS else made


def id_token(subject: Subject, now: int) -> Claims:
    """The claims of an ID token issued at `now` (seconds), in wire order."""
    personal = subject.tenant.id == CONSUMERS
    iat = now - BACKDATED
    told: dict[str, Any] = {
        "aud": subject.app.client_id,
        "iss": authority.issuer(subject.tenant, subject.version).url,
        "iat": iat,
        "nbf": iat,
        "exp": iat + (LIVES_PERSONAL if personal else LIVES),
        "sub": pairwise(subject.app.client_id, subject.tenant, subject.person),
        "tid": subject.tenant.id,
        "ver": subject.version,
        **subject.opaque,
    }
    told |= {"nonce": subject.nonce} if subject.nonce else {}
    told |= version_1(subject) if subject.version == "1.0" else _profile(subject)
    told |= _email(subject)
    if not personal:
        told |= _member(subject)
    return _ordered(told, personal=personal)


def _ordered(told: Claims, *, personal: bool) -> Claims:
    first = PERSONAL_ORDER if personal else LEADING
    names = [name for name in first if name in told]
    if not personal:
        names += sorted(name for name in told if name not in first)
    return {name: told[name] for name in names}


def _profile(subject: Subject) -> Claims:
    if "profile" not in subject.scope:
        return {}
    person = subject.person
    return {"name": person.name, "oid": person.id, "preferred_username": preferred_username(person)}


def preferred_username(person: Person) -> str:
    """The label people know: the sign-in name; for guests their home address, never the "#EXT#" name."""
    return str(person.attributes.get("preferred_username", person.login))


def version_1(subject: Subject) -> Claims:
    """What v1.0 tokens carry by default, and v2.0 tokens do not."""
    person = subject.person
    told: Claims = {
        "amr": ["pwd", *(["mfa"] if "mfa" in subject.methods else [])],
        "family_name": person.family_name,
        "given_name": person.given_name,
        "ipaddr": "203.0.113.7",
        "name": person.name,
        "oid": person.id,
        "unique_name": person.login,
    }
    return told if authority.is_guest(person) else {**told, "upn": upn(subject)}


def optional(subject: Subject) -> Collection[str]:
    """The optional claims that the app's admin ordered for ID tokens: app setting "optional_claims"."""
    wanted: Collection[str] = subject.app.settings.get("optional_claims", ())
    return wanted


def _email(subject: Subject) -> Claims:
    person, wanted = subject.person, optional(subject)
    asked = "email" in subject.scope or "email" in wanted or authority.is_guest(person)
    if not asked or not person.email:
        return {}
    verified = domain_owner_verified(subject)
    if not verified and subject.app.settings.get("remove_unverified_email", authority.multi_tenant(subject.app)):
        return {}
    # The wire type of "xms_edov" is not settled in public; app setting "xms_edov_as" picks it.
    edov = {"bool": verified, "int": int(verified), "text": str(int(verified))}[
        subject.app.settings.get("xms_edov_as", "bool")
    ]
    return {"email": person.email, **({"xms_edov": edov} if "xms_edov" in wanted else {})}


def domain_owner_verified(subject: Subject) -> bool:
    """Whether the mail attribute's domain is one that the tenant has proven to own, or an invited guest's own.

    Source: https://learn.microsoft.com/en-us/entra/identity-platform/migrate-off-email-claim-authorization.
    """
    person, tenant = subject.person, subject.tenant
    said = person.attributes.get("email_domain_verified")
    if said is not None:
        return bool(said)
    domain = (person.email or "").rpartition("@")[2].casefold()
    return domain in authority.domains(tenant) or authority.is_guest(person)


def upn(subject: Subject) -> str:
    """The user principal name; a guest's is "user_home.example#EXT#@resource.example"."""
    person = subject.person
    if own := person.attributes.get("upn"):
        return str(own)
    if not authority.is_guest(person):
        return person.login
    return f"{person.login.replace('@', '_')}#EXT#@{subject.tenant.domain}"


def identity_provider(tenant_id: str) -> str:
    """`idp` of somebody whose home is another tenant; personal accounts have a tenant id of their own."""
    return "live.com" if tenant_id == "live.com" else f"https://sts.windows.net/{tenant_id}/"


def _member(subject: Subject) -> Claims:
    person = subject.person
    told: Claims = {}
    if home := person.attributes.get("home_tenant"):
        told["idp"] = identity_provider(str(home))
    roles = app_roles(person, subject.app)
    if roles:
        told["roles"] = list(roles)
    return told | group_claims(subject) | _ordered_by_admin(subject)


def app_roles(person: Person, app: AppRegistration) -> tuple[str, ...]:
    """The app roles assigned to a person: attribute "app_roles", {client_id: names} or just names."""
    assigned = person.attributes.get("app_roles", ())
    return tuple(assigned.get(app.client_id, ()) if isinstance(assigned, dict) else assigned)


def _ordered_by_admin(subject: Subject) -> Claims:
    person, wanted = subject.person, optional(subject)
    guest = authority.is_guest(person)
    possible: Claims = {
        "acct": int(guest),
        "auth_time": subject.signed_in_at,
        "ipaddr": "203.0.113.7",
        "login_hint": login_hint(person),
        "sid": subject.session,
    }
    if "profile" in subject.scope:
        possible |= {"family_name": person.family_name, "given_name": person.given_name}
        if not guest or "include_externally_authenticated_upn" in wanted:
            possible["upn"] = upn(subject)
    return {name: value for name, value in possible.items() if name in wanted and value != ""}


def login_hint(person: Person) -> str:
    """The opaque `login_hint` claim; it names one account, also as `logout_hint`."""
    return "O." + base64.urlsafe_b64encode(f"\n${person.id}".encode()).rstrip(b"=").decode()
