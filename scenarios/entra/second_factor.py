"""A second factor is one more page at Entra and nothing to the app.

The answer comes later than usual, and that is all.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", mfa=("otp",))
    alice.begins()
    alice.identifies()
    alice.gives_password()
    alice.dawdles(90)
    alice.tab.locator(alice.walk.code).fill("123456")
    alice.tab.locator(alice.walk.code_submit).click()
    alice.tab.wait_for_selector("#KmsiDescription")
    alice.answers_what_follows()


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/entra/identity/authentication/concept-mfa-howitworks",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
