"""Back onto the authorization request, after a good login, leads back into the app.

Entra answers that request again at once, with a fresh code and the old state; the app has used that state already.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    asked = alice.authorization_request()
    alice.opens(asked.address(asked))


SCENARIO = Scenario(
    spec="https://github.com/nextauthjs/next-auth/issues/5101",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
