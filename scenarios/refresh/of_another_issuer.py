"""A refreshed ID token of another issuer ends the session.

It is checked like the first one; an app that only looks for an access token never sees that somebody else answered.
"""

from harness.outcome import NotSignedIn, SignedIn
from harness.scenario import Scenario
from harness.steps import comes_back_to_renew

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 12.2",
    expected=NotSignedIn(),
    fault="wrong_issuer",
    steps=comes_back_to_renew,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("adjustable", "refresh"),
    covers=("oidf:oidcc-client-test-refresh-token-invalid-issuer",),
    healthy=SignedIn("alice"),
)
