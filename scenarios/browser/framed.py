"""The sign-in page cannot be framed by a stranger.

In an invisible frame a person clicks what the attacker wants.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    shown = alice.sees_framed(alice.origin + "/sign-in")
    alice.must("SSO" not in shown, "the sign-in page shows in a stranger's frame")
    alice.opens("/sign-in")


SCENARIO = Scenario(
    spec="RFC 9700, 4.16; RFC 6819, 4.4.1.9",
    expected=NotSignedIn(),
    steps=_steps,
    covers=("rfc9700:4.16",),
)
