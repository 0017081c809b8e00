"""An endpoint without TLS is not used.

Code and secret would travel in the clear.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 9700, 2.6",
    expected=Refused("discovery.endpoints"),
    fault="plain_http_endpoints",
    covers=("rfc9700:2.6",),
)
