"""An issuer that is away when a session is to be renewed signs nobody out.

An app that takes every failed renewal for a refusal throws all of a customer's people out at each hiccup.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    with alice.meeting_no_lies():
        alice.gets_refresh_tokens()
        alice.signs_in()
    alice.waits(2 * 3600)
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="RFC 6749, 5.2 and 6; the product's promise of kindness",
    expected=SignedIn("alice"),
    fault="unavailable_token",
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("adjustable", "refresh"),
)
