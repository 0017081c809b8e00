"""Any other OpenID Connect provider: standard claims only (OIDC Core 1.0, 5.1)."""

from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Adapter, Identity
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    """Who the provider says this is."""
    return Identity(
        account_key=read.subject(claims),
        email=read.text(claims, "email"),
        email_trusted=read.truth(claims, "email_verified"),
        name=read.text(claims, "name") or read.text(claims, "preferred_username"),
        groups=read.texts(claims.get(connection.group_claim)),
        tenant="",
    )


def tenant(connection: Connection) -> str:
    """None unless configured."""
    return connection.tenant or ""


ADAPTER = Adapter("Another provider", ("openid", "profile", "email"), userinfo=True, identity=identity, tenant=tenant)
