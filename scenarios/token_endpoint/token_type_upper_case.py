"""The token type "BEARER" is as good as "Bearer".

A comparison that minds the case fails with providers that shout.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.1",
    expected=SignedIn("alice"),
    fault="token_type_upper_case",
)
