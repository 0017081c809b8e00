"""A refreshed ID token signed by a stranger ends the session.

An app that only reads what a renewal brings lets whoever answers write its claims.
"""

from harness.outcome import NotSignedIn, SignedIn
from harness.scenario import Scenario
from harness.steps import comes_back_to_renew

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 12.2 and 3.1.3.7 (6)",
    expected=NotSignedIn(),
    fault="wrong_key",
    steps=comes_back_to_renew,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("adjustable", "refresh", "signature"),
    healthy=SignedIn("alice"),
)
