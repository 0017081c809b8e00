"""An ID token without "kid" finds its key among several.

Allowed, but a courtesy: an app may refuse it as well, and then says so by lacking the capability "any_key".
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 10.1",
    expected=SignedIn("alice"),
    fault="kid_absent",
    idps=("entra",),
    regions=("us",),
    needs=("any_key",),
    covers=("oidf:oidcc-client-test-kid-absent-multiple-jwks",),
)
