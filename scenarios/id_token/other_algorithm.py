"""An algorithm that was not agreed is refused, even where the signature is right.

The app decides what is good enough; a token that decides for it can decide for less.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 8725, 3.1; OIDC Core 1.0, 3.1.3.7 (7)",
    expected=Refused("id_token.alg"),
    fault="other_algorithm",
    needs=("signature",),
    covers=("oidf:fapi2-security-profile-final-client-test-invalid-alternate-alg",),
)
