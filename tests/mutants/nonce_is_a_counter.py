"""The nonce is a short counter, which JumpCloud refuses only at the token endpoint."""

import itertools

from harness.mutation.mutant import Mutant

_next = itertools.count(1001)

MUTANT = Mutant(
    replaces={"authorization.new_nonce": lambda: str(next(_next))},
    idp="jumpcloud",
    killed_by=("login/happy", "jumpcloud/state_and_nonce_long_enough"),
)
