"""A logout token of the issuer ends the session.

A person who signs out elsewhere counts on it.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    with alice.meeting_no_lies():
        alice.signs_in()
    status = alice.administrator.announces_logout()
    alice.must(status == (400 if alice.is_lied_to else 200), f"the app answered {status} to the logout token")
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="Back-Channel Logout 1.0, 2.6 to 2.8",
    expected=NotSignedIn(),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("back_channel_logout",),
    covers=("oidf:oidcc-client-test-rp-backchannel-rpinitlogout",),
)
