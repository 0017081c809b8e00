"""A token signed with an empty secret is refused.

A library that takes "no such key" for an empty one accepts what anybody can make.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 8725, 3.1 and 3.2",
    expected=Refused("id_token.alg"),
    fault="empty_secret",
    regions=("us",),
    needs=("signature",),
)
