"""After a logout everywhere the next login asks for the password again.

An app that ends its own session alone signs the next person at this machine in as the last one.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(sign_out="everywhere")
    alice.signs_in()
    alice.signs_out()
    alice.begins()


SCENARIO = Scenario(
    spec="https://developer.okta.com/docs/guides/sign-users-out/main/",
    expected=AtIssuer(),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "issuer_sign_out"),
)
