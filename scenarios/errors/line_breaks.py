"""Line breaks in an error's description do no harm.

Entra really sends them; in a log or a header they begin a new line.
"""

from harness.outcome import Refused
from harness.scenario import Scenario
from harness.steps import signs_in_once

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.6; RFC 6749, 4.1.2.1",
    expected=Refused("idp_error"),
    fault="line_breaks_in_the_error",
    steps=signs_in_once,
)
