"""Metadata that unpacks to twenty megabytes is not swallowed.

A limit on the bytes of the wire alone is no limit.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("discovery.unavailable"),
    fault="compressed_bomb",
    needs=("bounded_answers",),
)
