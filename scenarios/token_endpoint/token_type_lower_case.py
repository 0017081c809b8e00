"""The token type "bearer" is as good as "Bearer".

A comparison that minds the case fails with providers that write it small.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.1",
    expected=SignedIn("alice"),
    fault="token_type_lower_case",
    covers=("oidf:fapi2-security-profile-final-client-test-token-type-case-insensitivity",),
)
