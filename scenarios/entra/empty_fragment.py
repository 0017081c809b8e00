"""The empty fragment that Entra leaves in the address does no harm.

Its answer ends in "#": a callback that is a page of its own sees it, takes it for an answer without a token, and starts over.
"""

from harness import steps
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    steps.signs_in_once(alice)
    alice.reloads()


SCENARIO = Scenario(
    spec="https://github.com/nextauthjs/next-auth/issues/2919",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
