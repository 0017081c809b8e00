"""The issuer need only begin like the right one."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection
from harness.reference_rp.refusal import Refusal


def id_token_iss(claims: Claims, connection: Connection) -> None:
    if not str(claims.get("iss")).startswith(connection.issuer):
        raise Refusal("id_token.iss", "the issuer is another one")


MUTANT = Mutant(
    replaces={"checks.id_token_iss": id_token_iss},
    killed_by=("id_token/issuer_look_alike",),
    also_red=("id_token/issuer_slash",),
)
