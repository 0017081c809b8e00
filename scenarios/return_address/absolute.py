"""An absolute address elsewhere is not followed after the login.

The link begins at the real sign-in page and ends at the attacker's.
"""

from harness import steps
from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 9700, 2.1 and 4.11.1",
    expected=SignedIn("alice"),
    steps=steps.is_sent_on_to("https://evil.example/phish"),
    covers=("rfc9700:4.11",),
)
