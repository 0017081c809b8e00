"""A subject that is a number is no subject.

Made a string, 4711 and "4711" become one person.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (sub is a string)",
    expected=Refused("id_token.sub"),
    fault="subject_number",
    idps=("okta", "jumpcloud"),
)
