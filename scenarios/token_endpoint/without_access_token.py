"""A token answer without an access token is refused in peace.

The field is required; its absence is the issuer's error, not a crash of the app.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.1",
    expected=Refused("token_endpoint.answer"),
    fault="no_access_token",
    needs=("userinfo",),
)
