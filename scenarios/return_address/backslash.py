"""A backslash does not smuggle a host into the return address.

Browsers read a backslash as a slash; a check that looks for two slashes only lets it pass.
"""

from harness import steps
from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 9700, 2.1 and 4.11.1",
    expected=SignedIn("alice"),
    steps=steps.is_sent_on_to("/%5Cevil.example/phish"),
    covers=("rfc9700:4.11",),
)
