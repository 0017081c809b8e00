"""Whoever comes without "email_verified" is let in where nothing hangs on it.

Admins remove the constant, or never had it; its absence says nothing.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["email_verified"] = None
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/argoproj/argo-cd/issues/22973; OIDC Core 1.0, 5.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
