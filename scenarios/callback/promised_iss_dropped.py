"""An "iss" that always comes, and this time does not, stops the login.

Keycloak and Google promise it in their metadata; an app that only compares it when it is there is open to mix-up all the same.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 9207, 2.4",
    expected=Refused("iss_param"),
    fault="iss_dropped",
    idps=("google_workspace", "keycloak"),
)
