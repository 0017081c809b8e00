"""An ID token that lacks the nonce the app asked for is refused.

A check that runs only when the claim is there is switched off by leaving it out.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (11)",
    expected=Refused("id_token.nonce"),
    fault="no_nonce",
    needs=("nonce",),
    covers=("oidf:fapi2-security-profile-final-client-test-invalid-missing-nonce",),
)
