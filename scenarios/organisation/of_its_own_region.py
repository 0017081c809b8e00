"""The redirect URI is that of the region the person is in.

One global setting is right for half of the customers.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    asked = alice.first_request("authorize").parameters.get("redirect_uri", "")
    alice.must(asked.startswith(alice.origin), "the redirect URI names the other region")


SCENARIO = Scenario(
    spec="The product's guide (two regions)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("eu",),
)
