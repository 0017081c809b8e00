"""An app that was never activated leaves the person on JumpCloud's error page, and lets them in once it is.

Its client does not exist as far as the issuer is concerned; an app that waits for the answer never begins another login.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.state = "inactive"
    alice.begins()
    alice.must(alice.at_issuer(), "an app that was never activated sent an answer")
    alice.administrator.registration.state = "active"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://jumpcloud.com/support/sso-with-oidc (Activate)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
