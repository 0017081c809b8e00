"""An error with status 200 is an error.

An app that looks at the status only goes on with nothing in hand.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.2",
    expected=Refused("token_endpoint.invalid_grant"),
    fault="error_with_status_200",
)
