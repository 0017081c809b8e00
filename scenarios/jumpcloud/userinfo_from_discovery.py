"""Userinfo is asked where the discovery document says.

It lies at /userinfo, beside /oauth2 and not below it; a guessed path is a 404.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(alice.received("userinfo"), "userinfo was asked")


SCENARIO = Scenario(
    spec="https://github.com/rustdesk/rustdesk-server-pro/issues/562",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("userinfo",),
)
