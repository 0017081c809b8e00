"""A token must have been made within the last ten seconds by our own clock."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.claims import Claims, number
from harness.reference_rp.refusal import Refusal


def id_token_iat(claims: Claims, now: float) -> None:
    if abs(now - (number(claims, "iat") or 0.0)) > 10:
        raise Refusal("id_token.iat", "the token was not made just now")


MUTANT = Mutant(
    replaces={"checks.id_token_iat": id_token_iat},
    killed_by=("id_token/clock_behind", "id_token/clock_ahead"),
)
