"""Metadata that answers 503 ends the login kindly, before anybody is sent away.

The issuer's bad minute must not look like the app's.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Discovery 1.0, 4; RFC 9110, 15.6.4",
    expected=Refused("discovery.unavailable"),
    fault="unavailable_discovery",
)
