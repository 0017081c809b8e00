"""An issuer that only begins like the right one is refused.

A comparison of prefixes accepts "https://issuer.example-evil" and every other tenant below one host.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (2)",
    expected=Refused("id_token.iss"),
    fault="issuer_with_suffix",
)
