"""An answer in a browser that lost its cookies signs nobody in.

Without the cookie nothing ties the answer to this browser.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.drops_cookies()
    alice.delivers(callback)


SCENARIO = Scenario(
    spec="RFC 6749, 10.12; RFC 9700, 4.7.1",
    expected=Refused("state.browser"),
    steps=_steps,
)
