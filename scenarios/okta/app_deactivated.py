"""A deactivated app ends on a page of Okta's that does not name the cause.

The app never hears of it; whoever waits for an answer waits for ever.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.state = "inactive"
    alice.begins()


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-cli/issues/373",
    expected=AtIssuer(),
    steps=_steps,
    idps=("okta",),
)
