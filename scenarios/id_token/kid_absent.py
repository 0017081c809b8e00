"""An ID token without "kid" is accepted where the issuer has one key.

The claim is optional then; an app that insists fails with a smaller provider.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 10.1",
    expected=SignedIn("alice"),
    fault="kid_absent",
    idps=("okta",),
    covers=("oidf:oidcc-client-test-kid-absent-single-jwks",),
)
