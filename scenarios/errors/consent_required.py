"""An answer that consent is needed ends kindly.

Whoever treats the error as a crash shows a stack trace to every new customer.
"""

from harness.outcome import Refused
from harness.scenario import Scenario
from harness.steps import signs_in_once

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.6; RFC 6749, 4.1.2.1",
    expected=Refused("idp_error"),
    fault="consent_required",
    steps=signs_in_once,
)
