"""The org server's access token is used, and never read.

It looks like a JWT, but its key is published nowhere: an app that verifies it finds no key and fails.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    asked = len(alice.received("jwks"))
    alice.must(asked <= 1, f"the key set is fetched once, for the ID token; it was fetched {asked} times")


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-oidc-js/issues/46; https://github.com/python-social-auth/social-core/issues/892",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
