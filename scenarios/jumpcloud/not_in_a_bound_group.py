"""Whoever is in no bound group stays on JumpCloud's page.

The binding is forgotten more often than anything else; the app waits for an answer that never comes.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["bound_groups"] = ["Sales"]
    alice.signs_in()
    alice.begins()
    alice.must(alice.at_issuer(), "after a login that was never answered no other one begins")


SCENARIO = Scenario(
    spec="https://jumpcloud.com/support/authorize-users-to-an-sso-application",
    expected=AtIssuer(),
    steps=_steps,
    idps=("jumpcloud",),
)
