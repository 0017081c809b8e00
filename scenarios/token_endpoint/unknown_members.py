"""Unknown members of the token answer are ignored.

Entra adds several; a strict schema breaks on them.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.1",
    expected=SignedIn("alice"),
    fault="unknown_members",
)
