"""A Host that a caller claims in a header decides nothing.

A redirect URI built from X-Forwarded-Host sends the code where the caller likes.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.claims_to_come_through(
        {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http", "Forwarded": "host=evil.example"}
    )
    alice.signs_in()
    asked = [it.parameters for it in alice.received("authorize")]
    alice.must(
        asked and asked[0].get("redirect_uri") == alice.customer.redirect_uri,
        "a header of the caller changed the redirect URI",
    )


SCENARIO = Scenario(
    spec="RFC 9700, 4.13",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    covers=("rfc9700:4.13",),
)
