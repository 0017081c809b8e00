"""A subject that is null is nobody.

The text "None" or "null" becomes an account that strangers share.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (sub)",
    expected=Refused("id_token.sub"),
    fault="subject_null",
    idps=("okta", "jumpcloud"),
)
