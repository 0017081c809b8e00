"""An ID token without a signature is refused.

An app that believes "alg": "none" believes everybody.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (7); RFC 8725, 3.2",
    expected=Refused("id_token.alg"),
    fault="unsigned",
    needs=("signature",),
    covers=(
        "oidf:oidcc-client-test-idtoken-sig-none",
        "oidf:fapi2-security-profile-final-client-test-invalid-null-alg",
    ),
    unless=("unsigned_tokens",),
)
