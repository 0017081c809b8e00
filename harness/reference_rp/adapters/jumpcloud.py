"""JumpCloud: one issuer for all customers of a region; only the client, and in newer tokens "jc_org", tells them apart.

Names arrive as "given_name" and "family_name"; one group arrives as a bare string, "email_verified" as a string.
Sources: https://jumpcloud.com/support/sso-with-oidc, https://github.com/goharbor/harbor/issues/22289 (one group),
https://github.com/argoproj/argo-workflows/issues/12257 ("email_verified").
"""

from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Adapter, Identity
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    """Who JumpCloud says this is."""
    parts = (read.text(claims, "given_name"), read.text(claims, "family_name"))
    return Identity(
        account_key=read.subject(claims),
        email=read.text(claims, "email"),
        email_trusted=read.truth(claims, "email_verified"),
        name=read.text(claims, "name") or " ".join(part for part in parts if part),
        groups=read.texts(claims.get(connection.group_claim)),
        tenant=read.text(claims, "jc_org"),
    )


def tenant(connection: Connection) -> str:
    """The customer's "jc_org" when support noted it down; otherwise the client alone tells."""
    return connection.tenant or ""


ADAPTER = Adapter("JumpCloud", ("openid", "profile", "email"), userinfo=True, identity=identity, tenant=tenant)
