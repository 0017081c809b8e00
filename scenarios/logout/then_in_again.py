"""Who was signed out by the issuer can sign in again.

A list of ended subjects that is never cleared keeps people out of their own new sessions.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.administrator.announces_logout()
    alice.must(not alice.account(), "the logout token did not end the session")
    alice.signs_in()
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="Back-Channel Logout 1.0, 2.7",
    expected=SignedIn("alice", at="/workspace"),
    steps=_steps,
    idps=("okta",),
    regions=("us",),
    needs=("back_channel_logout",),
)
