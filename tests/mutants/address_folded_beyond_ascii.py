"""Addresses are compared by Unicode's case folding, which makes plain letters of their look-alikes."""

from harness.mutation.mutant import Mutant


def same_address(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


MUTANT = Mutant(replaces={"accounts.same_address": same_address}, killed_by=("account/address_that_looks_alike",))
