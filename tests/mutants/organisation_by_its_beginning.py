"""The organisation is the first one whose id the callback's path begins with."""

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri
from harness.reference_rp.configuration import Connection, Organisation
from harness.reference_rp.relying_party import RelyingParty
from harness.reference_rp.transactions import Transaction


def asked(party: RelyingParty, request: Request, transaction: Transaction) -> tuple[Organisation, Connection]:
    slug = request.url.path.removeprefix(redirect_uri.PATH)
    return next(
        (each, each.connection)
        for each in party.organisations()
        if each.connection and slug.startswith(f"{each.connection.idp}-{each.organization_id}")
    )


MUTANT = Mutant(
    replaces={"callback.asked": asked, "checks.connection_unchanged": lambda connection, transaction: None},
    region="eu",
    killed_by=("customer/wrong-org-or-region",),
    also_red=("organisation/twins_with_hyphens",),
)
