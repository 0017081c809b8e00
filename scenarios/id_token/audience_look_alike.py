"""An audience that merely contains our client id is refused.

A search for a substring accepts tokens of a client whose id ends like ours.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (3)",
    expected=Refused("id_token.aud"),
    fault="audience_look_alike",
)
