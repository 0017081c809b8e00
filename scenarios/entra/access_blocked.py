"""A policy that blocks keeps the person at Entra.

Conditional Access speaks to the person only (AADSTS53003); the app must not wait for an answer.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.person("alice").attributes["conditional_access"] = "block"
    alice.signs_in()
    alice.begins()
    alice.must(alice.at_issuer(), "after a login that was never answered no other one begins")


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/entra/identity/conditional-access/troubleshoot-conditional-access",
    expected=AtIssuer(),
    steps=_steps,
    idps=("entra",),
)
