"""An ID token that speaks of nobody is refused.

An app that looks up the account of nobody gives the same account to everybody.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (sub)",
    expected=Refused("id_token.sub"),
    fault="no_subject",
    idps=("okta", "jumpcloud"),
    covers=("oidf:oidcc-client-test-missing-sub",),
)
