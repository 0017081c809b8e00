"""An audience in a list of one is as good as a plain one.

JumpCloud sends a list; an app that compares strings turns all of its people away.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (aud)",
    expected=SignedIn("alice"),
    fault="audience_list",
    covers=("oidf:fapi2-security-profile-final-client-test-valid-aud-as-array",),
)
