"""A parameter that comes twice is refused.

One part of an app reads the first, another the last; between the two an attacker slips in.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.opens(callback.with_parameters() + "&state=another")


SCENARIO = Scenario(
    spec="RFC 6749, 3.1",
    expected=Refused("callback.parameters"),
    steps=_steps,
)
