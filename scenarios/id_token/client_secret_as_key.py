"""A token signed with the client's own secret is refused where the issuer's keys were agreed.

The secret lies in configurations, tickets and logs; with it anybody could then sign in as anybody.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (7); RFC 8725, 3.1; https://github.com/chainguard-forks/minio/pull/32",
    expected=Refused("id_token.alg"),
    fault="client_secret_as_key",
    regions=("us",),
    needs=("signature",),
)
