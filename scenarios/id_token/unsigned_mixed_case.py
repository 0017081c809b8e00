"""An unsigned ID token is refused however its algorithm is spelt.

A list of forbidden words that holds "none" lets "nOnE" pass.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 8725, 3.1",
    expected=Refused("id_token.alg"),
    fault="unsigned_mixed_case",
    needs=("signature",),
)
