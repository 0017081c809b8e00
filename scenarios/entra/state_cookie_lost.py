"""A login whose cookie got lost on the way is refused kindly, not started over for ever.

Hosts and schemes that change between start and callback lose it; Entra has a session by then and answers at once.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    alice.drops_cookies()
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="https://github.com/nextauthjs/next-auth/issues/7480",
    expected=Refused("state.browser"),
    steps=_steps,
    idps=("entra",),
)
