"""A person with a second factor signs in after six digits more.

The way through a third page, and the time it takes, may not cost the app its memory of the login.
"""

from harness import steps
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    steps.signs_in_with_a_code(alice, "totp")


SCENARIO = Scenario(
    spec="https://jumpcloud.com/support/log-into-user-portal-with-mfa",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
