"""The address that an answer arrives at decides whose login it is."""

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri
from harness.reference_rp.configuration import Connection, Organisation
from harness.reference_rp.refusal import Refusal
from harness.reference_rp.relying_party import RelyingParty
from harness.reference_rp.transactions import Transaction


def asked(party: RelyingParty, request: Request, transaction: Transaction) -> tuple[Organisation, Connection]:
    _, organization_id = redirect_uri.split(request.url.path.removeprefix(redirect_uri.PATH)) or ("", "")
    organisation = party.organisation(organization_id)
    if organisation is None or organisation.connection is None:
        raise Refusal("callback.tenant", "nobody has this address")
    return organisation, organisation.connection


MUTANT = Mutant(
    replaces={
        "callback.asked": asked,
        "redirect_uri.for_token_request": lambda request, transaction: str(request.url.replace(query="")),
        "checks.callback_tenant": lambda transaction, redirect_uri: None,
        "checks.connection_unchanged": lambda connection, transaction: None,
    },
    killed_by=("callback/at_another_customer", "callback/mixed_up"),
    seen_at=(
        "https://github.com/cockroachdb/cockroach/issues/166296",
        "https://github.com/ayunis-core/ayunis-core/pull/1361",
    ),
)
