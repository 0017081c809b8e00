"""After signing out no page of the person's comes out of the browser's own store.

A page that may be stored is shown again to whoever sits down next and presses Back.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    address, shown = alice.tab.url, alice.login_name() in alice.reads()
    alice.signs_out()
    alice.forgets_the_issuer()
    alice.opens(address)
    alice.must(not (shown and alice.login_name() in alice.reads()), "the browser still shows the page of before")
    alice.opens("/")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 8.2.1; RFC 9111, 5.2.2.5 (no-store)",
    expected=NotSignedIn(),
    steps=_steps,
)
