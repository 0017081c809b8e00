"""A token answer that breaks off ends kindly.

Connections die; the person must be told to try again, not shown a stack trace.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 9112, 8 (incomplete messages)",
    expected=Refused("token_endpoint.unavailable"),
    fault="cut_token",
)
