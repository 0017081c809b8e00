"""Okta, org or custom authorization server.

In the code flow the ID token is thin and userinfo completes it; "groups" is no default scope, for custom authorization
servers refuse a scope they do not define. Sources: https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview/,
https://developer.okta.com/docs/guides/build-sso-integration/openidconnect/main/.
"""

from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Adapter, Identity
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    """Who Okta says this is; "sub" stays when the login name changes, "preferred_username" need not be an address."""
    return Identity(
        account_key=read.subject(claims),
        email=read.text(claims, "email"),
        email_trusted=read.truth(claims, "email_verified"),
        name=read.text(claims, "name") or read.text(claims, "preferred_username"),
        groups=read.texts(claims.get(connection.group_claim)),
        tenant="",
    )


def tenant(connection: Connection) -> str:
    """None: the issuer's host is the customer."""
    return connection.tenant or ""


ADAPTER = Adapter("Okta", ("openid", "profile", "email"), userinfo=True, identity=identity, tenant=tenant)
