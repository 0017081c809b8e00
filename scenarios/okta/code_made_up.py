"""A code that Okta does not know is a refusal, not a failure of the app.

Scanners and old links bring such codes; an app that answers with 500 wakes somebody up.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.delivers(callback, code="made-up")


SCENARIO = Scenario(
    spec="https://github.com/juspay/hyperswitch-control-center/issues/3458",
    expected=Refused("token_endpoint.invalid_grant"),
    steps=_steps,
    idps=("okta",),
)
