"""A logout token that does not say when it was issued ends nothing.

It could have been kept since any day.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn, SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    with alice.meeting_no_lies():
        alice.signs_in()
    status = alice.administrator.announces_logout()
    alice.must(status == (400 if alice.is_lied_to else 200), f"the app answered {status} to the logout token")
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="Back-Channel Logout 1.0, 2.4 and 2.6",
    expected=SignedIn("alice"),
    fault="logout_without_issue_time",
    steps=_steps,
    idps=("okta",),
    regions=("us",),
    needs=("back_channel_logout",),
    healthy=NotSignedIn(),
)
