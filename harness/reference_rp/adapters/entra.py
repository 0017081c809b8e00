"""Microsoft Entra ID, v2.0 tokens of one tenant.

Sources: https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference (tid + oid is the key; mutable
claims are not), https://learn.microsoft.com/en-us/entra/identity-platform/optional-claims-reference ("xms_edov"),
https://learn.microsoft.com/en-us/entra/identity-platform/migrate-off-email-claim-authorization (nOAuth), and
https://learn.microsoft.com/en-us/security/zero-trust/develop/configure-tokens-group-claims-app-roles (group overage).
"""

from urllib.parse import urlsplit

from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Adapter, GroupsUnknown, Identity
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection
from harness.reference_rp.refusal import Refusal


def account_key(claims: Claims) -> str:
    """Tenant and object id: "sub" changes with the app registration, everything readable changes with the person."""
    tid, oid = read.text(claims, "tid"), read.text(claims, "oid")
    if not (tid and oid):
        raise Refusal("tenant", 'the ID token lacks "tid" or "oid"; the scope "profile" brings them')
    return f"{tid}:{oid}"


def is_guest(claims: Claims) -> bool:
    """Whether the account's home is another tenant: "idp" names that home, and is absent for the tenant's own people."""
    home = read.text(claims, "idp")
    return bool(home) and read.text(claims, "tid") not in home.split("/")


def email_trusted(claims: Claims) -> bool | None:
    """What "xms_edov" says, for Entra never sends "email_verified"; without it a guest's address is worth nothing.

    The address is whatever an administrator typed, and a guest's administrator is a stranger (nOAuth).
    """
    said = read.truth(claims, "xms_edov")
    return False if said is None and is_guest(claims) else said


def groups(claims: Claims, connection: Connection) -> tuple[str, ...] | GroupsUnknown:
    """Group object ids. Above 200 groups there is only a pointer, which is not the same as having no groups."""
    sources = claims.get("_claim_names")
    pointed_at = isinstance(sources, dict) and connection.group_claim in sources
    if connection.group_claim not in claims and (pointed_at or read.truth(claims, "hasgroups")):
        return GroupsUnknown(
            "You are in more groups than Microsoft Entra ID lists in a token, so we cannot see them. Your role is "
            'unchanged. An administrator can set the app to "Groups assigned to the application".'
        )
    return read.texts(claims.get(connection.group_claim))


def identity(claims: Claims, connection: Connection) -> Identity:
    """Who Entra says this is; "email" is often absent and "preferred_username" is only a label."""
    return Identity(
        account_key=account_key(claims),
        email=read.text(claims, "email"),
        email_trusted=email_trusted(claims),
        name=read.text(claims, "name") or read.text(claims, "preferred_username"),
        groups=groups(claims, connection),
        tenant=read.text(claims, "tid"),
    )


def tenant(connection: Connection) -> str:
    """The tenant id in the issuer, "https://login.microsoftonline.com/{tid}/v2.0"."""
    return connection.tenant or urlsplit(connection.issuer).path.strip("/").partition("/")[0]


# Entra's userinfo endpoint adds nothing and may name another "sub" than the ID token, so it is not asked.
ADAPTER = Adapter(
    "Microsoft Entra ID",
    ("openid", "profile", "email"),
    userinfo=False,
    identity=identity,
    tenant=tenant,
    logout_hint="logout_hint",
)
