"""A page where metadata was due ends the login kindly.

Guest networks and proxies answer 200 and HTML to anything.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Discovery 1.0, 4.2",
    expected=Refused("discovery.unavailable"),
    fault="page_instead_of_discovery",
)
