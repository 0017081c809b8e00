"""A token endpoint that answers 503 ends the login kindly.

The issuer's bad minute must not look like the app's.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.2; RFC 9110, 15.6.4",
    expected=Refused("token_endpoint.unavailable"),
    fault="unavailable_token",
)
