"""A refreshed ID token about somebody else ends the session.

An app that renews whatever comes lets a mix-up at the issuer go on in the wrong person's name.
"""

from harness.outcome import NotSignedIn, SignedIn
from harness.scenario import Scenario
from harness.steps import comes_back_to_renew

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 12.2",
    expected=NotSignedIn(),
    fault="subject_of_another",
    steps=comes_back_to_renew,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("adjustable", "refresh"),
    covers=("oidf:oidcc-client-test-refresh-token-invalid-sub",),
    healthy=SignedIn("alice"),
)
