"""Who goes back to the sign-in page after the login comes back with an error and is still signed in.

JumpCloud passes silently and then finds its verifier used; an app that drops the session at any error signs people out.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    page = alice.tab.url
    alice.signs_in_at_the_idp()
    alice.opens(page)


SCENARIO = Scenario(
    spec="https://github.com/ory/hydra v2.2.0, consent/strategy_default.go",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
