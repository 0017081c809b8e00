"""One slash more or less at the end makes it another issuer.

Issuers are compared character by character; normalising them is how one customer's slash breaks another's login.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (2)",
    expected=Refused("id_token.iss"),
    fault="issuer_slash_flipped",
)
