"""A deactivated app ends on a page of Okta's, and once it is active again the next login works.

The app never hears of the first login; one that waits for its answer keeps the person out after the cause is gone.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.state = "inactive"
    alice.begins()
    alice.must(alice.at_issuer(), "a deactivated app sent an answer")
    alice.administrator.registration.state = "active"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-cli/issues/373",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
