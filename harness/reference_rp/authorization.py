"""The authorization request: what a login asks of the issuer, and what it remembers to compare the answer with."""

import secrets
from collections.abc import Mapping
from typing import Any

from fastapi import Request

from . import redirect_uri, return_address, token_endpoint
from .configuration import Connection, Organisation, Region
from .refusal import Refusal
from .relying_party import RelyingParty
from .transactions import Transaction


def new_state() -> str:
    """A state no one can guess; unreserved characters only, which every issuer returns unharmed."""
    return secrets.token_urlsafe(24)


def new_nonce() -> str:
    """A nonce no one can guess, fresh per login."""
    return secrets.token_urlsafe(24)


def new_verifier() -> str:
    """A PKCE code verifier of 64 unreserved characters (RFC 7636, 4.1); sent whether or not metadata mentions PKCE."""
    return secrets.token_urlsafe(48)


def begin(
    party: RelyingParty,
    request: Request,
    region: Region,
    organisation: Organisation,
    connection: Connection,
    browser: str,
    return_to: str,
    metadata: Mapping[str, Any],
) -> Transaction:
    """A new transaction of `browser`, remembered."""
    transaction = Transaction(
        state=new_state(),
        browser=browser,
        region=region.name,
        organization_id=organisation.organization_id,
        idp=connection.idp,
        issuer=connection.issuer,
        client_id=connection.client_id,
        redirect_uri=redirect_uri.build(request, region, organisation, connection),
        nonce=new_nonce(),
        verifier=new_verifier(),
        return_to=return_address.safe(return_to, region.origin),
        promises_iss=metadata.get("authorization_response_iss_parameter_supported") is True,
        response_mode=connection.response_mode,
        created_at=party.clock(),
    )
    party.transactions.add(transaction, transaction.created_at)
    return transaction


def extra(request: Request, connection: Connection, login_hint: str) -> dict[str, str]:  # noqa: ARG001 - the caller's own parameters are at hand and never passed on
    """Parameters beside the required ones; only our own values."""
    found = {"response_mode": connection.response_mode or "", "login_hint": login_hint}
    return {name: value for name, value in found.items() if value}


def address(
    party: RelyingParty,
    request: Request,
    connection: Connection,
    transaction: Transaction,
    metadata: Mapping[str, Any],
    login_hint: str = "",
) -> str:
    """The URL to send the browser to.

    Raises:
        Refusal: "discovery.endpoints" when the authorization endpoint takes no parameters.
    """
    own = {"redirect_uri": transaction.redirect_uri, "nonce": transaction.nonce}
    oauth = token_endpoint.client(party, connection)
    try:
        url, _ = oauth.create_authorization_url(
            metadata["authorization_endpoint"],
            state=transaction.state,
            code_verifier=transaction.verifier,
            **{**own, **extra(request, connection, login_hint)},
        )
    except ValueError as error:
        raise Refusal("discovery.endpoints", 'the "authorization_endpoint" is no usable address') from error
    return str(url)
