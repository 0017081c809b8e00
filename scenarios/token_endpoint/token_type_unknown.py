"""A token of an unknown type is not used.

Its rules are not known, so nothing done with it would be right.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 7.1",
    expected=Refused("token_endpoint.token_type"),
    fault="token_type_unknown",
    needs=("userinfo",),
)
