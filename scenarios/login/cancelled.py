"""A person who cancels at the IdP comes back to a page that says so kindly.

Entra sends `error=access_denied` without a description; a callback that reads the code first crashes, one that starts
over loops.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    alice.cancels()


SCENARIO = Scenario(
    spec="RFC 6749, 4.1.2.1; OIDC Core 1.0, 3.1.2.6",
    expected=Refused("idp_error"),
    idps=("entra",),
    steps=_steps,
)
