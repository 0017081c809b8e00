"""A person who is assigned to the app signs in and lands in their workspace.

Everything else that is tried here is this login with one thing changed.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec='OIDC Core 1.0, 3.1; the product\'s guide, "Logging in with SSO"',
    expected=SignedIn("alice"),
    covers=(
        "oidf:oidcc-client-test",
        "oidf:oidcc-client-test-idtoken-sig-rs256",
        "oidf:fapi2-security-profile-final-client-test-happy-path",
    ),
)
