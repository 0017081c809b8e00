"""A callback that is opened twice redeems its code once.

Link previews, double clicks and tiles make the second; Okta refuses the code then, and the app must not sign the person out.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.delivers(callback)
    alice.delivers(callback)
    alice.opens("/workspace")
    redeemed = len(alice.received("token"))
    alice.must(redeemed == 1, f"the code is redeemed once; it was redeemed {redeemed} times")


SCENARIO = Scenario(
    spec="https://github.com/omniauth/omniauth-okta/issues/29; https://github.com/oktadev/okta-smartfhir-docs/issues/13",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
