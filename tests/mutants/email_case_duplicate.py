"""Addresses are compared with their case."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "accounts.same_address": lambda one, other: one == other,
    },
    idp="entra",
    killed_by=(
        "account/address_in_capitals",
        "customer/entra-no-email-or-case",
    ),
    seen_at=("https://github.com/omab/python-social-auth/issues/179",),
)
