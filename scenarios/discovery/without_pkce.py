"""PKCE is used although the metadata does not mention it.

Entra's has long been silent about it; an app that waits for the word goes without.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    asked = alice.first_request("authorize").parameters
    alice.must(
        asked.get("code_challenge_method") == "S256" and asked.get("code_challenge"), "no S256 code challenge was sent"
    )


SCENARIO = Scenario(
    spec="RFC 9700, 2.1.1; RFC 7636, 4.2",
    expected=SignedIn("alice"),
    fault="discovery_without_pkce",
    steps=_steps,
    needs=("pkce",),
    covers=("rfc9700:2.1.1",),
)
