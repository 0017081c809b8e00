"""An access token that is a JWT is not taken for an ID token.

JumpCloud can send one, with an empty audience: an app that validates it, or its audience, refuses a good login.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["access_token"] = "jwt"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/fyne-coder/gongcli_mcp docs/remote-mcp-auth.md; RFC 6749, 1.4",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
