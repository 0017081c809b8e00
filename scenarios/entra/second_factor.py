"""A second factor is one more page at Entra and nothing to the app.

The answer comes later than usual, and that is all.
"""

from harness import steps
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    steps.signs_in_with_a_code(alice, "otp")


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/entra/identity/authentication/concept-mfa-howitworks",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
