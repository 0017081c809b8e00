"""A person with a second factor signs in after one page more.

The detour and its time may not cost the app its memory of the login.
"""

from harness import steps
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    steps.signs_in_with_a_code(alice, "google_otp")


SCENARIO = Scenario(
    spec="https://developer.okta.com/docs/guides/configure-amr-claims-mapping/main/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
