"""An IdP that always asks for a login is not asked in a circle.

An app that starts over on "login_required" sends the browser round for ever.
"""

from harness.outcome import Refused
from harness.scenario import Scenario
from harness.steps import signs_in_once

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.6; RFC 6749, 4.1.2.1",
    expected=Refused("idp_error"),
    fault="login_required",
    steps=signs_in_once,
)
