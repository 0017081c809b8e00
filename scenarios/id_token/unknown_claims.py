"""Claims that nobody knows are ignored, whatever their type.

Providers add claims at will; a strict schema breaks logins on the day they do.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7",
    expected=SignedIn("alice"),
    fault="claims_nobody_asked_for",
)
