"""A damaged signature is refused.

A token altered on its way is worth nothing.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (6)",
    expected=Refused("id_token.signature"),
    fault="broken_signature",
    needs=("signature",),
)
