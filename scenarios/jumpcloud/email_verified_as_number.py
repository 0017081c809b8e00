"""An unreadable "email_verified" breaks no login.

Admins who fight with other apps leave texts such as "1" behind; nothing may crash on them.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["email_verified"] = "1"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/argoproj/argo-workflows/issues/12257",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
