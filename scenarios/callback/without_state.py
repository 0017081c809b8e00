"""An authorization response without "state" signs nobody in.

Accepting it lets anybody push their own login into a victim's browser.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.delivers(callback, state=None)
    alice.must(not alice.received("token"), "the app redeemed a code that came without a state")


SCENARIO = Scenario(
    spec="RFC 6749, 10.12; RFC 9700, 4.7.1",
    expected=Refused("state"),
    steps=_steps,
    covers=(
        "oidf:fapi2-security-profile-final-client-test-ensure-authorization-response-with-invalid-missing-state-fails",
        "rfc9700:4.7.1",
    ),
    unless=("state_is_a_name",),
)
