"""An ID token that is for nobody in particular is refused.

An app that skips the check when the claim is missing takes any token of the issuer.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 and 3.1.3.7 (3)",
    expected=Refused("id_token.aud"),
    fault="no_audience",
    covers=("oidf:oidcc-client-test-missing-aud", "oidf:fapi2-security-profile-final-client-test-invalid-missing-aud"),
)
