"""A logout token with a nonce ends nothing.

ID tokens have one; logout tokens must not, so that neither passes for the other.
"""

from harness.outcome import NotSignedIn, SignedIn
from harness.scenario import Scenario
from harness.steps import receives_a_logout_token

SCENARIO = Scenario(
    spec="Back-Channel Logout 1.0, 2.6 and 2.8",
    expected=SignedIn("alice"),
    fault="logout_with_nonce",
    steps=receives_a_logout_token,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("back_channel_logout",),
    covers=("oidf:oidcc-client-test-rp-backchannel-rpinitlogout-with-nonce",),
    healthy=NotSignedIn(),
)
