"""A logout token of another issuer ends nothing.

Any issuer could sign out anybody else's people.
"""

from harness.outcome import NotSignedIn, SignedIn
from harness.scenario import Scenario
from harness.steps import receives_a_logout_token

SCENARIO = Scenario(
    spec="Back-Channel Logout 1.0, 2.6 and 2.8",
    expected=SignedIn("alice"),
    fault="logout_of_another_issuer",
    steps=receives_a_logout_token,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("back_channel_logout",),
    covers=("oidf:oidcc-client-test-rp-backchannel-rpinitlogout-wrong-iss",),
    healthy=NotSignedIn(),
)
