"""A subject that is an empty string is nobody.

All people without a subject would meet in one account.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (sub)",
    expected=Refused("id_token.sub"),
    fault="subject_empty",
    idps=("okta", "jumpcloud"),
)
