"""After the login no address of it is told to other sites.

The Referer of the first link away would carry code and state.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must("code=" not in alice.tab.url, "the login ends on an address with the code in it")
    referer = alice.leaves_for_a_strangers_site()
    alice.must("code=" not in referer and "state=" not in referer, "another site was told the code")
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="RFC 9700, 4.2.4; OAuth 2.1, 7.5",
    expected=SignedIn("alice"),
    steps=_steps,
    covers=("rfc9700:4.2.4", "rfc9700:4.2"),
)
