"""An ID token has to have been issued within the last minutes, by Entra's clock, which runs five behind on purpose."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.claims import Claims, number
from harness.reference_rp.refusal import Refusal


def id_token_iat(claims: Claims, now: float) -> None:
    iat = number(claims, "iat")
    if iat is None or not now - 240 <= iat <= now:
        raise Refusal("id_token.iat", "the token was not issued just now")


MUTANT = Mutant(
    replaces={"checks.id_token_iat": id_token_iat},
    idp="entra",
    killed_by=("login/happy", "entra/backdated_token"),
)
