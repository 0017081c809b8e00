"""A subject of any type and length is turned into text."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_sub": lambda claims: str(claims.get("sub")),
        "checks.userinfo_sub": lambda userinfo, sub: None,
    },
    killed_by=("id_token/subject_number", "id_token/subject_too_long"),
    also_red=(
        "id_token/without_subject",
        "id_token/subject_null",
        "id_token/subject_empty",
        "userinfo/of_another",
        "userinfo/without_subject",
        "userinfo/subject_list",
    ),
)
