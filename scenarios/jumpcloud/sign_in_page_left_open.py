"""Who leaves the sign-in page open for half an hour comes back to a login that nobody remembers.

JumpCloud answers with an error, and the app's own login is older than it keeps; both ends have to fit a kind page.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    alice.waits(1801)
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="https://github.com/ory/hydra v2.2.0, consent/strategy_default.go",
    expected=Refused("state"),
    steps=_steps,
    idps=("jumpcloud",),
)
