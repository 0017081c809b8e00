"""After somebody who is not assigned got stuck at Entra, a colleague signs in from the same browser.

The app never hears of the first one; what it remembers of that login must not stand in the second one's way.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in(person="uma")
    alice.must(alice.at_issuer(), "somebody who is not assigned came back to the app")
    alice.opens("https://login.microsoftonline.com/common/oauth2/v2.0/logout")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/nextauthjs/next-auth/issues/5455",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
