"""Declining consent is told apart from a fault of the app.

It arrives as access_denied with AADSTS65004, a cancel on the first page arrives without any description.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["consent"] = "user"
    alice.administrator.tenant.settings["kmsi"] = False
    alice.begins()
    alice.identifies()
    alice.gives_password()
    alice.cancels()


SCENARIO = Scenario(
    spec="https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/1736; https://github.com/microsoft/botframework-sdk/issues/6137",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("entra",),
)
