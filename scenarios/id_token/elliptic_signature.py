"""A token signed with another kind of key than agreed is refused.

Whoever lets the token choose its algorithm lets it choose its key.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (7); RFC 8725, 3.1",
    expected=Refused("id_token.alg"),
    fault="elliptic_signature",
    needs=("signature",),
    regions=("us",),
    covers=("oidf:oidcc-client-test-invalid-sig-es256",),
)
