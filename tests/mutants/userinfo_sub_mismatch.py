"""Userinfo is merged whoever it speaks of."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.userinfo_sub": lambda userinfo, sub: None,
    },
    killed_by=("userinfo/of_another", "userinfo/without_subject", "userinfo/subject_list"),
    seen_at=("https://github.com/python-social-auth/social-core/blob/master/CHANGELOG.md",),
)
