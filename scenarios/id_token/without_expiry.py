"""An ID token that never expires is refused.

Taking a missing "exp" for "for ever" makes every leaked token a key without end.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (exp)",
    expected=Refused("id_token.exp"),
    fault="no_expiry",
    covers=("oidf:fapi2-security-profile-final-client-test-invalid-missing-exp",),
)
