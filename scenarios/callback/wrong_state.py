"""An authorization response with another state signs nobody in.

All else in it is right: only the comparison stands between a victim and an attacker's login.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(
        not alice.is_lied_to or not alice.received("token"), "the app redeemed a code that came with a wrong state"
    )


SCENARIO = Scenario(
    spec="RFC 6749, 10.12; RFC 9700, 4.7.1",
    expected=Refused("state"),
    fault="wrong_state",
    steps=_steps,
    covers=(
        "oidf:fapi2-security-profile-final-client-test-ensure-authorization-response-with-invalid-state-fails",
        "rfc9700:4.7.1",
        "rfc9700:2.1",
    ),
    unless=("state_is_a_name",),
)
