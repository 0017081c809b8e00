"""A session of one organisation opens no other.

An app that asks only "signed in?" shows every customer's data to every other.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    answer = alice.fetches(f"{alice.origin}/o/{alice.another_customer().name}")
    refused = answer is None or answer.status in {401, 403, 404} or "/sign-in" in answer.url
    alice.must(refused, "a session of one organisation was let into another")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 4.2.1; the product's promise",
    expected=SignedIn("alice"),
    steps=_steps,
    needs=("organisation_addresses",),
)
