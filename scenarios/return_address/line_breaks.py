"""Line breaks in the return address add no header, and break no login.

They would end one header and begin the next; a framework that forbids them answers with an error of its own instead.
"""

from harness import steps
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    steps.is_sent_on_to("/reports/7%0D%0ASet-Cookie:%20planted=1")(alice)
    alice.must(all(cookie["name"] != "planted" for cookie in alice.cookies()), "the return address set a cookie")


SCENARIO = Scenario(
    spec="RFC 9110, 5.5; OWASP ASVS 4.0, 5.1.5",
    expected=SignedIn("alice"),
    steps=_steps,
)
