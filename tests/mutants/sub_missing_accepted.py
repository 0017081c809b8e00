"""A token about nobody is taken: the subject is read where there is one, and userinfo is believed where there is none."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.claims import Claims

_userinfo_sub = checks.userinfo_sub


def userinfo_sub(userinfo: Claims, sub: str) -> None:
    if sub not in {"", "None"}:
        _userinfo_sub(userinfo, sub)


MUTANT = Mutant(
    replaces={
        "checks.id_token_sub": lambda claims: str(claims.get("sub") or ""),
        "checks.userinfo_sub": userinfo_sub,
    },
    killed_by=("id_token/without_subject", "id_token/subject_null", "id_token/subject_empty"),
    also_red=("id_token/subject_number", "id_token/subject_too_long"),
)
