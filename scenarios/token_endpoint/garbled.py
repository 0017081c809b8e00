"""A token answer that is no JSON ends kindly.

A parser's exception on the way becomes a page full of source code.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.1; the product's promise to survive its issuers",
    expected=Refused("token_endpoint.answer"),
    fault="garbled_token",
)
