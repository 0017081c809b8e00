"""An access token that is no JWT breaks nothing.

The usual one is opaque; an app that parses it ends in "malformed JWT".
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["access_token"] = "opaque"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://hoop.dev/docs/configure/idp/jumpcloud; RFC 6749, 1.4",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
