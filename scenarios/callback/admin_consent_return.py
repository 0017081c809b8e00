"""The way back from an admin's consent ends kindly.

Entra comes back with "admin_consent=True" and neither code nor state.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.opens(alice.customer.redirect_uri + "?admin_consent=True&tenant=00000000-0000-0000-0000-000000000000")


SCENARIO = Scenario(
    spec="Entra, admin consent endpoint (response parameters)",
    expected=Refused("state"),
    steps=_steps,
    idps=("entra",),
)
