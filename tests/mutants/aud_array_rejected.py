"""The audience must be a plain string; a list of one is refused."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection
from harness.reference_rp.refusal import Refusal


def id_token_aud(claims: Claims, connection: Connection) -> None:
    if claims.get("aud") != connection.client_id:
        raise Refusal("id_token.aud", "the audience is another one")


MUTANT = Mutant(
    replaces={"checks.id_token_aud": id_token_aud},
    killed_by=("id_token/audience_in_a_list",),
    seen_at=("https://github.com/bacularis/bacularis-app/issues/117",),
)
