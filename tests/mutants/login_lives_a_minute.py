"""A login is forgotten after a minute, as if nobody took longer at the identity provider."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"transactions.LIFETIME": 60.0},
    killed_by=("login/wrong_password_then_right", "okta/second_factor", "okta/push_notification"),
    also_red=("okta/form_post",),
)
