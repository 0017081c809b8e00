"""A logout token signed by a stranger ends nothing.

Anybody can write one and sign it with a key of their own.
"""

from harness.outcome import NotSignedIn, SignedIn
from harness.scenario import Scenario
from harness.steps import receives_a_logout_token

SCENARIO = Scenario(
    spec="Back-Channel Logout 1.0, 2.6 and 2.8",
    expected=SignedIn("alice"),
    fault="wrong_key",
    steps=receives_a_logout_token,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("back_channel_logout",),
    healthy=NotSignedIn(),
)
