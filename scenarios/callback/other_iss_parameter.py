"""An answer whose "iss" names another issuer stops the login.

It is the sign of a mix-up: the code belongs to somebody else's issuer.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(not alice.is_lied_to or not alice.received("token"), 'the code was redeemed although "iss" was wrong')


SCENARIO = Scenario(
    spec="RFC 9207, 2.4",
    expected=Refused("iss_param"),
    fault="other_iss_parameter",
    steps=_steps,
    covers=("oidf:fapi2-security-profile-final-client-test-invalid-authorization-response-iss", "rfc9700:4.4.2"),
)
