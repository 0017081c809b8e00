"""An ID token with another login's nonce is refused.

Without the comparison a stolen code can be slipped into a victim's login.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (11)",
    expected=Refused("id_token.nonce"),
    fault="wrong_nonce",
    needs=("nonce",),
    covers=(
        "oidf:oidcc-client-test-nonce-invalid",
        "oidf:fapi2-security-profile-final-client-test-invalid-nonce",
        "rfc9700:2.1.1",
        "rfc9700:4.5.3.2",
    ),
)
