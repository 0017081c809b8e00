"""A logout token that does not say when it was issued ends nothing.

It could have been kept since any day.
"""

from harness.outcome import NotSignedIn, SignedIn
from harness.scenario import Scenario
from harness.steps import receives_a_logout_token

SCENARIO = Scenario(
    spec="Back-Channel Logout 1.0, 2.4 and 2.6",
    expected=SignedIn("alice"),
    fault="logout_without_issue_time",
    steps=receives_a_logout_token,
    idps=("okta",),
    regions=("us",),
    needs=("back_channel_logout",),
    healthy=NotSignedIn(),
)
