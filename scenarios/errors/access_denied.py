"""A person who is denied access reaches a page, once.

An app that answers every error with a new login traps people who have no access in a loop.
"""

from harness.outcome import Refused
from harness.scenario import Scenario
from harness.steps import signs_in_once

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.6; RFC 6749, 4.1.2.1",
    expected=Refused("idp_error"),
    fault="access_denied",
    steps=signs_in_once,
)
