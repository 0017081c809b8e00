"""Line breaks in an error's description do no harm.

Entra really sends them; in a log or a header they begin a new line.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(len(alice.received("authorize")) <= alice.hops, "the app started over by itself after an error")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.6; RFC 6749, 4.1.2.1",
    expected=Refused("idp_error"),
    fault="line_breaks_in_the_error",
    steps=_steps,
)
