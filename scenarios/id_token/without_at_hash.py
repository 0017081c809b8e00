"""An ID token without "at_hash" is accepted.

In the code flow it is the issuer's choice; an app that insists on it works with one IdP and not with the next.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.6",
    expected=SignedIn("alice"),
    fault="no_at_hash",
    idps=("okta", "jumpcloud"),
    regions=("us",),
    covers=("oidf:fapi1-advanced-final-client-test-missing-athash",),
)
