"""Consent is one more page on the way, and then the login goes on.

Its button has the same id as those before; scripts and timeouts that count pages fail here.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["consent"] = "user"
    alice.begins()
    alice.identifies()
    alice.gives_password()
    alice.dawdles(90)
    alice.answers_what_follows()


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/entra/identity-platform/application-consent-experience",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
