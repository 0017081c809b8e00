"""A compressed token answer is read.

Servers compress when they like; the bytes are not the message.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 9110, 8.4",
    expected=SignedIn("alice"),
    fault="compressed_token",
)
