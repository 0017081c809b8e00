"""An ID token that becomes valid in an hour is refused now.

Whoever sets a start means it.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 7519, 4.1.5",
    expected=Refused("id_token.nbf"),
    fault="not_yet_valid",
)
