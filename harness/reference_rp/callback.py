"""The callback: the browser is back with an answer. `finish` is one login's story, check by check."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response

from . import (
    accounts,
    adapters,
    authorization,
    checks,
    cookies,
    discovery,
    id_token,
    redirect_uri,
    return_address,
    sessions,
    token_endpoint,
    userinfo,
    visit,
)
from . import claims as read
from .adapters import GroupsUnknown, Identity
from .configuration import Connection, Organisation, Region
from .refusal import Refusal
from .relying_party import RelyingParty
from .sessions import Session
from .transactions import Transaction


async def answer(request: Request) -> dict[str, str]:
    """The parameters of the answer, from the query or from a form_post body (Form Post Response Mode 1.0, 2)."""
    if request.method == "POST":
        form = await request.form(max_files=0, max_fields=50)
        return checks.parameters([(name, value) for name, value in form.multi_items() if isinstance(value, str)])
    return checks.parameters(request.query_params.multi_items())


async def finish(party: RelyingParty, request: Request, region: Region) -> Response:
    """Take the answer, check all of it, and open a session.

    Raises:
        Refusal: the first check that says no.
    """
    found = await answer(request)
    transaction = checks.state(found, party.transactions, any_browser(request, region), party.clock())
    checks.state_browser(transaction, this_browser(request, transaction, region))
    if transaction.used:
        return again(party, request, region)
    transaction.used = True
    checks.callback_tenant(transaction, redirect_uri.reached(request, region))
    organisation, connection = asked(party, request, transaction)
    checks.connection_active(connection)
    checks.connection_unchanged(connection, transaction)
    checks.iss_param(found, transaction)
    checks.idp_error(found)
    token, claims = await exchange(party, request, connection, transaction, checks.code(found))
    identity, completed = await identify(party, connection, claims, token)
    account = accounts.sign_in(party.accounts, organisation, connection, identity)
    checks.account_not_invited(account, organisation)
    checks.account_disabled(account)
    party.accounts.add(account)

    session = new_session(party, request, region, connection, account, identity, completed, token)
    sessions.begin(party.sessions, session, visit.session(party, request, region))
    response = return_address.go(return_address.after_login(transaction))
    cookies.set_session(response, session, region)
    return response


async def exchange(
    party: RelyingParty, request: Request, connection: Connection, transaction: Transaction, code: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The tokens for `code`, and the checked claims of the ID token among them."""
    metadata = await discovery.metadata(party, connection)
    address = redirect_uri.for_token_request(request, transaction)
    token = await token_endpoint.redeem(party, connection, metadata, code, address, transaction.verifier)
    checks.token_type(token)
    return token, await id_token.claims(party, connection, checks.id_token_missing(token), transaction)


def any_browser(request: Request, region: Region) -> str:
    """The value of the cookie that binds logins to this browser, whichever way the answer came."""
    kind = cookies.LOGIN_BY_POST if request.method == "POST" else cookies.LOGIN
    return cookies.read(request, kind, region)


def this_browser(request: Request, transaction: Transaction, region: Region) -> str:
    """The value of the very cookie that was set when `transaction` began."""
    return cookies.read(request, cookies.login_kind(transaction.response_mode), region)


def asked(party: RelyingParty, request: Request, transaction: Transaction) -> tuple[Organisation, Connection]:  # noqa: ARG001 - the path was compared already and decides nothing
    """Whom this login asked: the transaction says so, the path does not."""
    organisation = party.organisation(transaction.organization_id)
    if organisation is None or organisation.connection is None or organisation.connection.idp != transaction.idp:
        raise Refusal("callback.tenant", "the connection this login was begun with is gone")
    return organisation, organisation.connection


def again(party: RelyingParty, request: Request, region: Region) -> Response:
    """The same answer opened once more (reload, Back): those still signed in go on, others may begin anew."""
    if visit.session(party, request, region):
        return return_address.go(return_address.HOME)
    raise Refusal("state", "this answer has been used already")


async def identify(
    party: RelyingParty,
    connection: Connection,
    claims: dict[str, Any],
    token: Mapping[str, Any],
) -> tuple[Identity, dict[str, Any]]:
    """Who the identity provider says this is, and the claims that say it."""
    adapter = adapters.find(connection.idp)
    if adapter is None:
        raise Refusal("callback.tenant", "no adapter for this identity provider")
    if adapter.userinfo:
        metadata = await discovery.metadata(party, connection)
        claims = await userinfo.complete(party, connection, metadata, claims, str(token["access_token"]))
    identity = adapter.identity(claims, connection)
    checks.tenant(identity, adapter.tenant(connection))
    return identity, claims


def new_session(
    party: RelyingParty,
    request: Request,
    region: Region,
    connection: Connection,
    account: accounts.Account,
    identity: Identity,
    claims: Mapping[str, Any],
    token: Mapping[str, Any],
) -> Session:
    """The session of `account` that begins now."""
    now, refresh_token = party.clock(), str(token.get("refresh_token", ""))
    return Session(
        id=sessions.new_id(cookies.read(request, cookies.SESSION, region)),
        account_id=account.id,
        organization_id=account.organization_id,
        region=region.name,
        idp=connection.idp,
        issuer=connection.issuer,
        client_id=connection.client_id,
        subject=read.subject(claims),
        sid=read.text(claims, "sid"),
        roles=account.roles,
        id_token=str(token["id_token"]),
        csrf=authorization.new_state(),
        expires_at=now + party.configuration.session_seconds,
        refresh_token=refresh_token,
        access_expires_at=now + token_endpoint.lifetime(token) if refresh_token else None,
        logout_hint=read.text(claims, "login_hint"),
        notice=identity.groups.reason if isinstance(identity.groups, GroupsUnknown) else "",
    )
