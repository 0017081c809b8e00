"""After a logout here alone the next click signs the same person in silently.

That is no bug of the app, but people take it for one; the app's own session must be a new one.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.signs_out()
    alice.begins()


SCENARIO = Scenario(
    spec="https://github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README (FAQ)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
