"""The sign-in page cannot be framed by a stranger.

In an invisible frame a person clicks what the attacker wants.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.opens(alice.front_door)
    page = alice.reads()
    shown = alice.sees_framed(alice.origin + alice.front_door)
    alice.must(page, "the sign-in page shows nothing")
    alice.must(page != shown, "the sign-in page shows in a stranger's frame")
    alice.opens(alice.front_door)


SCENARIO = Scenario(
    spec="RFC 9700, 4.16; RFC 6819, 4.4.1.9",
    expected=NotSignedIn(),
    steps=_steps,
    needs=("refuses_frames",),
    covers=("rfc9700:4.16",),
)
