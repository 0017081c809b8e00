"""A slash at the end of the issuer is dropped before issuers are compared."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection
from harness.reference_rp.refusal import Refusal


def id_token_iss(claims: Claims, connection: Connection) -> None:
    if str(claims.get("iss")).rstrip("/") != connection.issuer.rstrip("/"):
        raise Refusal("id_token.iss", "the issuer is another one")


MUTANT = Mutant(
    replaces={"checks.id_token_iss": id_token_iss},
    killed_by=("id_token/issuer_slash",),
    seen_at=(
        "https://github.com/Freika/dawarich/issues/2925",
        "https://github.com/markrai/scrumboy/pull/126",
    ),
)
