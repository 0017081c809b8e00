"""Whose login it was is found by the client id, as if every customer had one of its own."""

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp.configuration import Connection, Organisation
from harness.reference_rp.relying_party import RelyingParty
from harness.reference_rp.transactions import Transaction


def asked(party: RelyingParty, request: Request, transaction: Transaction) -> tuple[Organisation, Connection]:
    return next(
        (each, each.connection)
        for each in party.organisations()
        if each.connection and each.connection.client_id == transaction.client_id
    )


MUTANT = Mutant(
    replaces={"callback.asked": asked},
    idp="entra",
    killed_by=("entra/one_registration_for_two_tenants",),
    seen_at=("https://github.com/fief-dev/fief/issues/256",),
)
