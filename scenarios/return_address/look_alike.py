"""An address that only looks like the app's own is not followed after the login.

A check for how it begins passes "https://app.example.evil" and "https://app.example@evil"; slashes in threes pass others.
"""

from harness import lures
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    for address in (
        f"{alice.origin}.evil.example/phish",
        f"{alice.origin}@evil.example/phish",
        "///evil.example/phish",
        "https:///evil.example/phish",
    ):
        alice.drops_cookies()
        lures.signs_in_to_return_to(alice, address)
        alice.must(alice.tab.url.startswith(f"{alice.origin}/"), f"the login ended at {alice.tab.url}")


SCENARIO = Scenario(
    spec="RFC 9700, 2.1 and 4.11.1; WHATWG URL, 4.4 (host, credentials, slashes)",
    expected=SignedIn("alice"),
    steps=_steps,
    covers=("rfc9700:4.11",),
)
