"""Our client id anywhere among the audiences is enough, and for whom the token was made ("azp") is not looked at."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection
from harness.reference_rp.refusal import Refusal


def id_token_aud(claims: Claims, connection: Connection) -> None:
    aud = claims.get("aud")
    if connection.client_id not in (aud if isinstance(aud, list) else [aud]):
        raise Refusal("id_token.aud", "the audience is another one")


MUTANT = Mutant(
    replaces={"checks.id_token_aud": id_token_aud, "checks.id_token_azp": lambda claims, connection: None},
    killed_by=("id_token/audience_with_stranger",),
)
