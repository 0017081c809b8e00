"""A logout token of the issuer ends the session.

A person who signs out elsewhere counts on it.
"""

from harness.outcome import NotSignedIn
from harness.scenario import Scenario
from harness.steps import receives_a_logout_token

SCENARIO = Scenario(
    spec="Back-Channel Logout 1.0, 2.6 to 2.8",
    expected=NotSignedIn(),
    steps=receives_a_logout_token,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("back_channel_logout",),
    covers=("oidf:oidcc-client-test-rp-backchannel-rpinitlogout",),
)
