"""An ID token that expired an hour ago is refused.

An app that ignores "exp" lets a token found in an old log sign somebody in.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (9)",
    expected=Refused("id_token.exp"),
    fault="expired",
    covers=("oidf:fapi2-security-profile-final-client-test-invalid-expired-exp",),
)
