"""A person has a minute for all of Entra's pages, second factor included."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"transactions.LIFETIME": 60.0},
    idp="entra",
    killed_by=("entra/second_factor", "entra/consent_given"),
    also_red=("login/wrong_password_then_right",),
)
