"""A callback address works once: opened again after signing out it signs nobody in.

Addresses stay in history and logs; a state or code that works twice is a way in.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.delivers(callback)
    alice.signs_out()
    alice.delivers(callback)


SCENARIO = Scenario(
    spec="RFC 6749, 4.1.2 (a code is used once); RFC 9700, 4.2.4 (so is a state)",
    expected=Refused("state"),
    steps=_steps,
    covers=(
        "rfc9700:4.3",
        "rfc9700:4.3.1",
    ),
)
