"""A logout token that does not say it is one ends nothing.

An ID token would pass for it.
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
    spec="Back-Channel Logout 1.0, 2.6 and 2.8",
    expected=SignedIn("alice"),
    fault="logout_without_event",
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("back_channel_logout",),
    covers=("oidf:oidcc-client-test-rp-backchannel-rpinitlogout-no-event",),
    healthy=NotSignedIn(),
)
