"""An encrypted ID token that nobody agreed on is refused, kindly.

It has five parts instead of three; code that takes it apart by its dots crashes.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (1)",
    expected=Refused("id_token.format"),
    fault="encrypted_token",
    regions=("us",),
    covers=("oidf:fapi1-advanced-final-client-test-encrypted-idtoken-usingrsa15",),
)
