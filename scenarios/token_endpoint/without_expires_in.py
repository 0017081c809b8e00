"""The token answer may lack "expires_in" and "scope".

Both are optional; an app that insists crashes on the providers that leave them out.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.1",
    expected=SignedIn("alice"),
    fault="no_expires_in",
    covers=(
        "oidf:fapi2-security-profile-final-client-test-token-endpoint-response-without-expires_in",
        "oidf:fapi1-advanced-final-client-test-no-scope-in-token-endpoint-response",
    ),
)
