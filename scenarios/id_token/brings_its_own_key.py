"""A key in the token's own header proves nothing.

Anybody can sign with a key of their own and enclose it.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 8725, 3.10; RFC 7515, 4.1.3",
    expected=Refused("id_token.signature"),
    fault="jwk_header",
    needs=("signature",),
)
