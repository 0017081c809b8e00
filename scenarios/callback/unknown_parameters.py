"""Parameters that nobody knows are ignored.

Entra, Keycloak and others add several; a strict schema breaks on them.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 4.1.2; OIDC Core 1.0, 3.1.2.5",
    expected=SignedIn("alice"),
    fault="unknown_parameters",
)
