"""An "azp" that names us changes nothing.

Some providers send it with a single audience; an app must not stumble.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (5)",
    expected=SignedIn("alice"),
    fault="azp_is_us",
)
