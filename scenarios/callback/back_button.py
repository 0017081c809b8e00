"""Back after a login does no harm.

The page of the IdP is behind the callback in the history. Whoever goes there is sent on at once, for the IdP has a session:
with a fresh code, and the state that the app has used already.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    asked = alice.authorization_request()
    alice.goes_back()
    alice.opens(asked.address(asked))
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="RFC 9700, 4.2.4; browsers have a Back button",
    expected=SignedIn("alice"),
    steps=_steps,
)
