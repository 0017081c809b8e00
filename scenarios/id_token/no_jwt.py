"""What is no JWT at all is refused in peace.

A parser that throws turns a bad day of the issuer into an error page of the app.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2",
    expected=Refused("id_token.format"),
    fault="no_jwt",
)
