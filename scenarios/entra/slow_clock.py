"""A clock that is four minutes slow still accepts Entra's back-dated tokens.

"iat" and "nbf" lie five minutes in the past; libraries that want "iat" to be fresh refuse good tokens.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.waits(240)
    alice.opens(callback.url)


SCENARIO = Scenario(
    spec="https://github.com/openid/AppAuth-iOS/issues/264; https://github.com/psignoret/aad-sso-wordpress/issues/34",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
