"""Unknown kinds of keys in the key set are ignored.

Providers publish new kinds years before anybody uses them.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 7517, 5",
    expected=SignedIn("alice"),
    fault="jwks_with_strangers",
    needs=("signature",),
)
