"""A logout token ends the sessions of whom it names, and nobody else's.

One person who signs out at the IdP must not sign out the whole company.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    bob = alice.another_browser("bob")
    bob.signs_in()
    bob.administrator.announces_logout()
    alice.must(not bob.account(), "the session that the token names lives on")
    alice.opens("/")


SCENARIO = Scenario(
    spec="Back-Channel Logout 1.0, 2.7",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("back_channel_logout",),
)
