"""An absolute address of the app's own origin is no danger, and no error.

Some apps keep it, some lead home; nobody is sent away.
"""

from harness import lures
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    lures.signs_in_to_return_to(alice, f"{alice.origin}/reports/7")


SCENARIO = Scenario(
    spec="RFC 9700, 4.11.1",
    expected=SignedIn("alice"),
    steps=_steps,
)
