"""An ID token that demands an extension nobody knows is refused.

The sender says: whoever does not understand "crit" must not accept this.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 7515, 4.1.11",
    expected=Refused("id_token.crit"),
    fault="critical_extension",
    needs=("signature",),
)
