"""An attacker's own finished login, sent to a victim as a link, signs nobody in.

The victim would work in the attacker's account and leave their documents there.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    mallory = alice.another_browser("bob")
    callback = mallory.signs_in_up_to_the_callback()
    alice.begins()
    alice.is_lured_into(callback)


SCENARIO = Scenario(
    spec="RFC 6749, 10.12; RFC 9700, 4.7.1",
    expected=Refused("state.browser"),
    steps=_steps,
    covers=("rfc9700:4.7.1", "rfc9700:4.7"),
)
