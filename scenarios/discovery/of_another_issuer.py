"""Metadata that speaks for another issuer stops the login before anybody is sent away.

An attacker's metadata can mix honest endpoints with their own.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Discovery 1.0, 4.3",
    expected=Refused("discovery.issuer"),
    fault="discovery_of_another_issuer",
    covers=(
        "oidf:oidcc-client-test-discovery-issuer-mismatch",
        "oidf:fapi2-security-profile-final-client-test-discovery-issuer-mismatch",
        "rfc9700:4.4.2",
    ),
)
