"""The empty fragment that Entra leaves in the address does no harm.

The browser keeps "#" through redirects; routers that look there end on the wrong page, without a session.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.reloads()


SCENARIO = Scenario(
    spec="https://github.com/nextauthjs/next-auth/issues/2919",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
