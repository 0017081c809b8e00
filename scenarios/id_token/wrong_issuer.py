"""An ID token of another issuer is refused.

One signing key may serve many tenants; only "iss" says which of them speaks.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (2)",
    expected=Refused("id_token.iss"),
    fault="wrong_issuer",
    covers=("oidf:oidcc-client-test-invalid-iss", "oidf:fapi2-security-profile-final-client-test-invalid-iss"),
)
