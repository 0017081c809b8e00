"""A login started elsewhere asks the issuer that its "iss" names, whoever that is."""

from collections.abc import Mapping
from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp import initiate
from harness.reference_rp.configuration import Connection, Organisation
from harness.reference_rp.relying_party import RelyingParty

_named = initiate.named


def named(party: RelyingParty, slug: str, given: Mapping[str, str]) -> tuple[Organisation, Connection]:
    organisation, connection = _named(party, slug, {})
    return organisation, replace(connection, issuer=given.get("iss", connection.issuer))


MUTANT = Mutant(replaces={"initiate.named": named}, killed_by=("initiate/unknown_issuer",))
