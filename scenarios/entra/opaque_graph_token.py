"""The access token cannot be verified, and need not be.

It is Microsoft Graph's; an app that checks its signature loops between itself and Entra.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.reloads()


SCENARIO = Scenario(
    spec="https://github.com/MicrosoftDocs/azure-docs/issues/28355; https://github.com/zowe/api-layer/issues/3644",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
