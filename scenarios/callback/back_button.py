"""Back after a login does no harm.

The page of the IdP is behind the callback in the history; whoever goes there and on again stays signed in.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.goes_back()
    tab = alice.another_tab()
    tab.opens("/workspace")
    alice.takes_over(tab)


SCENARIO = Scenario(
    spec="RFC 9700, 4.2.4; browsers have a Back button",
    expected=SignedIn("alice"),
    steps=_steps,
)
