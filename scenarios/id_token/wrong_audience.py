"""An ID token minted for another client is refused.

An app that accepts it accepts tokens stolen from any other app of the tenant.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (3)",
    expected=Refused("id_token.aud"),
    fault="wrong_audience",
    covers=(
        "oidf:oidcc-client-test-invalid-aud",
        "oidf:fapi2-security-profile-final-client-test-invalid-aud",
        "rfc9700:4.4.2",
    ),
)
