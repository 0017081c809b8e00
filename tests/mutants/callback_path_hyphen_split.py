"""The organisation in the callback's address ends at the first hyphen of its id."""

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri
from harness.reference_rp.configuration import Connection, Organisation
from harness.reference_rp.refusal import Refusal
from harness.reference_rp.relying_party import RelyingParty
from harness.reference_rp.transactions import Transaction


def asked(party: RelyingParty, request: Request, transaction: Transaction) -> tuple[Organisation, Connection]:
    _, organization_id = request.url.path.removeprefix(redirect_uri.PATH).split("-")[:2]
    organisation = party.organisation(organization_id)
    if organisation is None or organisation.connection is None:
        raise Refusal("callback.tenant", "nobody has this address")
    return organisation, organisation.connection


MUTANT = Mutant(replaces={"callback.asked": asked}, killed_by=("login/happy", "organisation/twins_with_hyphens"))
