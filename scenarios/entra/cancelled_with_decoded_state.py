"""Cancelling at Entra may return the state decoded once, and still ends kindly.

A state that holds "&" or "%" falls apart on that way.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.tenant.settings["cancel_decodes_state"] = True
    alice.begins()
    alice.cancels()


SCENARIO = Scenario(
    spec="https://github.com/AzureAD/microsoft-identity-web/issues/125",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("entra",),
)
