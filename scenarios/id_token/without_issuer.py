"""An ID token that names no issuer is refused.

Without "iss" nothing says whose word this is.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 and 3.1.3.7 (2)",
    expected=Refused("id_token.iss"),
    fault="no_issuer",
    covers=("oidf:fapi2-security-profile-final-client-test-invalid-missing-iss",),
)
