"""A lifetime ("expires_in") written as text does not stop a login.

Some providers quote the number; adding it to a clock then crashes.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.1",
    expected=SignedIn("alice"),
    fault="expires_in_string",
)
