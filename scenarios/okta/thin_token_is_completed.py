"""The ID token of the code flow is thin, and userinfo tells the rest.

"email_verified" is not in it: an app that insists on it there turns every Okta customer away.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(alice.received("userinfo"), "userinfo is asked for what the thin ID token lacks")


SCENARIO = Scenario(
    spec="https://github.com/canonical/authd/issues/1440; https://developer.okta.com/docs/concepts/api-access-management/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("userinfo",),
)
