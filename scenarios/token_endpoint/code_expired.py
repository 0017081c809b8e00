"""A code that is too old ends the login kindly.

Who walked away at the last step comes back to a message, not to a crash.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.waits(700)
    alice.delivers(callback)


SCENARIO = Scenario(
    spec="RFC 6749, 4.1.2 and 5.2 (invalid_grant)",
    expected=Refused("token_endpoint.invalid_grant"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
)
