"""An ID token that does not say when it was made is refused.

"iat" is required; an app that does not read it cannot tell an old token from a new one.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (iat)",
    expected=Refused("id_token.iat"),
    fault="no_issue_time",
    covers=("oidf:oidcc-client-test-missing-iat",),
)
