"""A slash that is encoded twice does not become a host on its way through the app.

The first hop decodes once and sees a path; a second decoding, somewhere behind the check, makes it "//host".
"""

from harness import steps
from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 9700, 2.1 and 4.11.1; RFC 3986, 2.4 (decode once)",
    expected=SignedIn("alice"),
    steps=steps.is_sent_on_to("/%252Fevil.example/phish"),
    covers=("rfc9700:4.11",),
)
