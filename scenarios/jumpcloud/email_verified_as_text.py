"""An address confirmed by the text "true" counts as confirmed.

JumpCloud's constant attributes are strings; strictly typed apps fail on the whole token, others keep invited people out.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.admits_only(alice.login_name())
    alice.administrator.registration.settings["email_verified"] = "true"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/argoproj/argo-workflows/issues/12257; https://github.com/ramosbugs/openidconnect-rs/issues/194",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable",),
)
