"""A token answer without an ID token signs nobody in.

Without it there is no statement about a person, only a key to an API.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.3",
    expected=Refused("id_token.missing"),
    fault="no_id_token",
)
