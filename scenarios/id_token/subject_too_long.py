"""A subject of more than 255 characters is refused.

A column that cuts it off makes two people one.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (sub)",
    expected=Refused("id_token.sub"),
    fault="subject_too_long",
    idps=("okta", "jumpcloud"),
    needs=("limits_subjects",),
)
