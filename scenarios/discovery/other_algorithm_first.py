"""The order of algorithms in the metadata means nothing.

An app that takes the first one refuses every good token.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Discovery 1.0, 3",
    expected=SignedIn("alice"),
    fault="discovery_lists_other_algorithm_first",
)
