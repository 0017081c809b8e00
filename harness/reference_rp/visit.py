"""One request: which relying party, which region, and who is signed in."""

from dataclasses import dataclass

from fastapi import Request

from . import accounts, checks, cookies
from .accounts import Account
from .configuration import Organisation, Region
from .refusal import Refusal
from .relying_party import RelyingParty
from .sessions import Session


@dataclass(frozen=True, slots=True)
class Visitor:
    """A signed-in person in their own organisation."""

    session: Session
    account: Account
    organisation: Organisation


def party(request: Request) -> RelyingParty:
    """The relying party that serves `request`."""
    found: RelyingParty = request.app.state.reference_rp
    return found


def region(request: Request) -> Region:
    """The region `request` is for; the Host header names one exactly, or the request never gets here."""
    found = party(request).region_of_host(request.headers.get("host", ""))
    if found is None:
        raise LookupError('no region answers to this "Host"')
    return found


def session(party: RelyingParty, request: Request, region: Region) -> Session | None:
    """The living session of this browser in this region."""
    found = party.sessions.find(cookies.read(request, cookies.SESSION, region), party.clock())
    return found if found and found.region == region.name else None


def visitor(
    party: RelyingParty, request: Request, region: Region, organization_id: str | None = None
) -> Visitor | None:
    """Who is signed in; None for nobody, and for accounts that are gone, disabled or no longer invited since.

    Raises:
        Refusal: "session.tenant" when `organization_id` is given and is not the session's.
    """
    found = session(party, request, region)
    if found is None:
        return None
    checks.session_tenant(found, organization_id or found.organization_id, region.name)
    account, organisation = (
        party.accounts.by_id(found.account_id),
        party.organisation(organization_id or found.organization_id),
    )
    if account is None or organisation is None:
        return None
    if account.member:
        account.member = accounts.listed(organisation, account.member.email)
    try:
        checks.account_not_invited(account, organisation)
        checks.account_disabled(account)
    except Refusal:
        party.sessions.drop(found.id)
        return None
    return Visitor(found, account, organisation)
