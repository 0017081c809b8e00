"""A login started elsewhere goes to the first customer of that vendor, whatever issuer it names."""

from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp.configuration import Connection, Organisation
from harness.reference_rp.relying_party import RelyingParty


def asserted(party: RelyingParty, given: Mapping[str, str]) -> tuple[Organisation, Connection]:
    return next(
        (each, each.connection) for each in party.organisations() if each.connection and each.connection.idp == "okta"
    )


MUTANT = Mutant(
    replaces={"initiate.asserted": asserted, "initiate.is_issuer": lambda connection, iss: True},
    killed_by=("okta/tile_of_another_org",),
)
