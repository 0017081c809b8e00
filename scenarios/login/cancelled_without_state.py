"""An IdP that forgets "state" when a person cancels leaves the app with an answer to nothing: nobody is signed in.

The app cannot know which login this was; it must say so kindly and neither crash nor start over by itself.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    alice.cancels()


SCENARIO = Scenario(
    spec="RFC 6749, 4.1.2.1 (state is REQUIRED in an error answer if it was in the request)",
    expected=Refused("state"),
    idps=("generic",),
    steps=_steps,
)
