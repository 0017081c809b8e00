"""A key set of its own media type is read.

"application/jwk-set+json" is the registered one; a comparison with "application/json" refuses it.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 7517, 8.5",
    expected=SignedIn("alice"),
    fault="jwk_set_media_type",
    needs=("signature",),
)
