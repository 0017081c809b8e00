"""An ID token signed by a key that the issuer does not publish is refused.

The token claims a published "kid", so looking the key up is not enough: the signature has to be verified.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (6)",
    expected=Refused("id_token.signature"),
    fault="wrong_key",
    needs=("signature",),
    covers=("oidf:oidcc-client-test-invalid-sig-rs256", "oidf:fapi1-advanced-final-client-test-invalid-signature"),
)
