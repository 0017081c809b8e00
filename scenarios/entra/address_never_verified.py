"""Entra never says "email_verified", and nobody is turned away for it.

Apps that demand the claim refuse the first login of every customer with Entra.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["optional_claims"] = ("email",)
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/opsknight-labs/OpsKnight/pull/608; https://github.com/oauth2-proxy/oauth2-proxy/issues/1680",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
