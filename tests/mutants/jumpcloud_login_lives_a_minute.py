"""A person has a minute for all of JumpCloud's pages, second factor included."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"transactions.LIFETIME": 60.0},
    idp="jumpcloud",
    killed_by=("jumpcloud/second_factor",),
    also_red=("login/wrong_password_then_right",),
)
