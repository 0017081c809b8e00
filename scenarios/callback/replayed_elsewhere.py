"""A callback address that leaked, opened in somebody else's browser, signs nobody in there.

The code in it is worth nothing without the browser that asked for it.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    stranger = alice.another_browser()
    stranger.delivers(callback)
    alice.takes_over(stranger)


SCENARIO = Scenario(
    spec="RFC 9700, 4.5 (code injection) and 4.7.1",
    expected=Refused("state.browser"),
    steps=_steps,
    covers=("rfc9700:4.5",),
)
