"""An authorization response that another browser asked for signs nobody in.

A table of states that is not tied to the browser accepts the attacker's own, freshly made callback.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    mallory = alice.another_browser()
    callback = mallory.signs_in_up_to_the_callback()
    alice.begins()
    alice.delivers(callback)


SCENARIO = Scenario(
    spec="RFC 6749, 10.12; RFC 9700, 4.7.1",
    expected=Refused("state.browser"),
    steps=_steps,
    covers=("rfc9700:4.7",),
)
