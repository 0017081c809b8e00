"""A refreshed ID token is kept without asking whom it is about."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.configuration import Connection
from harness.reference_rp.relying_party import RelyingParty


async def same_person(party: RelyingParty, connection: Connection, raw: str, subject: str) -> None:
    """Nothing is compared."""


MUTANT = Mutant(
    replaces={"refresh.same_person": same_person},
    killed_by=("refresh/about_another_person", "refresh/of_another_issuer"),
)
