"""A wrong password is the IdP's own business: the second, right one signs the person in.

The time it takes, and the second post, must not cost the app its memory of the login.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    alice.identifies()
    alice.gives_password("not it")
    alice.dawdles(90)
    alice.gives_password()
    alice.answers_what_follows()


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.3 (the OP authenticates the person)",
    expected=SignedIn("alice"),
    idps=("entra", "okta", "jumpcloud"),
    steps=_steps,
)
