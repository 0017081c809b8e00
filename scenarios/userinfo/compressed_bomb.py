"""A userinfo answer that unpacks to twenty megabytes is not swallowed.

A limit on what arrives is none on what it becomes.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("userinfo.unavailable"),
    fault="compressed_bomb_userinfo",
    idps=("okta",),
    regions=("us",),
    needs=("userinfo", "bounded_answers"),
    unless=("goes_on_without_userinfo",),
)
