"""Google Workspace: one issuer for all of Google; "hd" names the customer's domain and is absent for personal accounts.

An "external" app admits every Google account, so a connection that is to be the customer's alone names its domain as the
connection's tenant. "sub" never changes and is never re-used; an address can be. Tokens carry no groups.
Source: https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload.
"""

from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Adapter, GroupsUnknown, Identity
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    """Who Google says this is; an address counts as the person's own only below the customer's domain."""
    return Identity(
        account_key=read.subject(claims),
        email=read.text(claims, "email"),
        email_trusted=read.truth(claims, "email_verified") if read.text(claims, "hd") else None,
        name=read.text(claims, "name") or read.text(claims, "email"),
        groups=read.texts(claims[connection.group_claim])
        if connection.group_claim in claims
        else GroupsUnknown("Google does not list groups in its tokens, so we cannot see them. Your role is unchanged."),
        tenant=read.text(claims, "hd"),
    )


def tenant(connection: Connection) -> str:
    """The customer's domain, as support noted it down; without it any Google account of the client's audience comes in."""
    return connection.tenant or ""


ADAPTER = Adapter("Google Workspace", ("openid", "profile", "email"), userinfo=False, identity=identity, tenant=tenant)
