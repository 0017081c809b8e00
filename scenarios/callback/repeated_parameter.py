"""A parameter that comes twice is refused.

One part of an app reads the first, another the last; between the two an attacker slips in.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    for before, after in (("", "&state=another"), ("state=another&", "")):
        alice.opens(callback.with_parameters().replace("?", f"?{before}", 1) + after)


SCENARIO = Scenario(
    spec="RFC 6749, 3.1",
    expected=Refused("callback.parameters"),
    steps=_steps,
)
