"""A promised "iss" that does not come stops the login.

An attacker who cannot forge the parameter can still leave it out.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(
        not alice.is_lied_to or not alice.received("token"),
        'the code was redeemed although the promised "iss" was missing',
    )


SCENARIO = Scenario(
    spec="RFC 9207, 2.4",
    expected=Refused("iss_param"),
    fault="promises_iss",
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),  # who promises it anyway sends it: see promised_iss_dropped
    covers=("oidf:fapi2-security-profile-final-client-test-remove-authorization-response-iss",),
)
