"""An ID token that is also for somebody unknown is refused.

Whoever the stranger is, they hold this token too and can play it back.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (3)",
    expected=Refused("id_token.aud"),
    fault="audience_with_stranger",
    covers=("oidf:fapi2-security-profile-final-client-test-invalid-secondary-aud",),
)
