"""A key set without keys ends the login kindly.

Nothing proves the token then, and nobody is signed in.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 10.1",
    expected=Refused("id_token.kid"),
    fault="jwks_empty",
    needs=("signature",),
)
