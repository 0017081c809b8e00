"""An ID token of a key that nobody published is refused.

Falling back to any key at hand undoes the naming of keys.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 10.1",
    expected=Refused("id_token.kid"),
    fault="kid_unknown",
    needs=("signature",),
)
