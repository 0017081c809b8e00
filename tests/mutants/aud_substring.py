"""The audience need only contain our client id somewhere in its text."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection
from harness.reference_rp.refusal import Refusal


def id_token_aud(claims: Claims, connection: Connection) -> None:
    if connection.client_id not in str(claims.get("aud")):
        raise Refusal("id_token.aud", "the audience is another one")


MUTANT = Mutant(
    replaces={"checks.id_token_aud": id_token_aud},
    killed_by=("id_token/audience_look_alike",),
    also_red=("id_token/audience_with_stranger",),
)
