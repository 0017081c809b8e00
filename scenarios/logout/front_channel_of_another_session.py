"""A frame that names another session ends nothing.

Any page could sign people out by framing one address.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    told = alice.administrator.newest_id_token.claims
    alice.fetches(alice.front_channel(iss=told["iss"], sid="another-session"))
    alice.fetches(alice.front_channel(iss="https://issuer.evil.example", sid=told["sid"]))
    alice.fetches(alice.front_channel())
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="Front-Channel Logout 1.0, 2",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("front_channel_logout",),
)
