"""A token that brings a certificate for its key is refused.

Anybody can make a certificate; a library that takes the key from "x5c" believes everybody.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 8725, 3.10; RFC 7515, 4.1.6",
    expected=Refused("id_token.signature"),
    fault="x5c_header",
    needs=("signature",),
)
