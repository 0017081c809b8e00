"""Metadata that sends the request elsewhere is not followed to another issuer.

Whoever follows takes keys and endpoints from wherever the redirect leads.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Discovery 1.0, 4.2 and 4.3",
    expected=Refused("discovery.unavailable"),
    fault="redirected_discovery",
    idps=("okta",),
    regions=("us",),
)
