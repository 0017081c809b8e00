"""The callback opened twice redeems the code once.

A double click, a prefetch or a proxy that tries again makes the second use; JumpCloud then revokes what the first one brought.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.delivers(callback)
    alice.delivers(callback)
    alice.opens("/workspace")
    redeemed = len(alice.received("token"))
    alice.must(redeemed == 1, f"the code is redeemed once; it was redeemed {redeemed} times")


SCENARIO = Scenario(
    spec="https://github.com/ory/hydra/issues/3483; https://github.com/mozilla/mozilla-django-oidc/issues/332",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
