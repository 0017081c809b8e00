"""A key set that answers 503 ends the login kindly.

Without keys nothing can be believed; the person is asked to try again.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 10.1; RFC 9110, 15.6.4",
    expected=Refused("jwks.unavailable"),
    fault="unavailable_jwks",
    needs=("signature",),
)
