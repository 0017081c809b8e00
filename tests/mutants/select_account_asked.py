"""Every login asks for "prompt=select_account", which JumpCloud does not know."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import authorization

_extra = authorization.extra

MUTANT = Mutant(
    replaces={"authorization.extra": lambda *given: {**_extra(*given), "prompt": "select_account"}},
    idp="jumpcloud",
    killed_by=("login/happy", "jumpcloud/prompt_not_sent"),
)
