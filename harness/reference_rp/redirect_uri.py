"""Redirect URIs: built from the configured origin and never from what a request claims, and taken apart again."""

from fastapi import Request

from . import adapters
from .configuration import Connection, Organisation, Region
from .transactions import Transaction

PATH = "/api/auth/callback/"


def build(request: Request, region: Region, organisation: Organisation, connection: Connection) -> str:  # noqa: ARG001 - the request is at hand and deliberately ignored
    """The address the customer registers; Host and X-Forwarded-* have no say in it (RFC 9700, 4.13)."""
    return f"{region.origin}{PATH}{connection.idp}-{organisation.organization_id}"


def reached(request: Request, region: Region) -> str:
    """The registered address that `request` reached, without its query."""
    return f"{region.origin}{request.url.path}"


def for_token_request(request: Request, transaction: Transaction) -> str:  # noqa: ARG001 - same: kept, not rebuilt
    """The very string of the authorization request, as the token request must repeat it (RFC 6749, 4.1.3)."""
    return transaction.redirect_uri


def split(slug: str) -> tuple[str, str] | None:
    """The adapter's name and the organization_id in `{idp}-{organization_id}`; both may hold hyphens."""
    for idp in sorted(adapters.names(), key=len, reverse=True):
        if slug.startswith(f"{idp}-") and len(slug) > len(idp) + 1:
            return idp, slug[len(idp) + 1 :]
    return None
