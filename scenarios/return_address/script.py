"""An address that is a script is not followed after the login.

Written into a link or given to location, it runs with the app's own rights.
"""

from harness import steps
from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 9700, 2.1 and 4.11.1",
    expected=SignedIn("alice"),
    steps=steps.is_sent_on_to("javascript:window.hacked=1"),
    covers=("rfc9700:4.11",),
)
