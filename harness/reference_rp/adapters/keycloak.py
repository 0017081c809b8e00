"""Keycloak: one realm per customer, whose issuer holds the realm's name.

"sub" is the user's id in the realm and stays when the login name or the address changes; "email_verified" is what the realm's
admin ticked; groups come only with a mapper and may be paths ("/staff").
Sources: https://www.keycloak.org/securing-apps/oidc-layers, https://www.keycloak.org/docs/latest/server_admin/#_protocol-mappers.
"""

from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Adapter, Identity
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    """Who the realm says this is; a path of groups counts by its last name."""
    groups = read.texts(claims.get(connection.group_claim))
    return Identity(
        account_key=read.subject(claims),
        email=read.text(claims, "email"),
        email_trusted=read.truth(claims, "email_verified"),
        name=read.text(claims, "name") or read.text(claims, "preferred_username"),
        groups=tuple(group.rpartition("/")[2] for group in groups),
        tenant="",
    )


def tenant(connection: Connection) -> str:
    """None: the issuer is the customer's own realm."""
    return connection.tenant or ""


ADAPTER = Adapter("Keycloak", ("openid", "profile", "email"), userinfo=True, identity=identity, tenant=tenant)
