"""A redirect URI that was registered under "Single-page application" is refused at the token endpoint, kindly.

The sign-in pages work, so the customer looks for the fault in the app (AADSTS9002327).
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["platform"] = "spa"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/clocked0ne/passport-outlook/issues/16; https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/2482",
    expected=Refused("token_endpoint.error"),
    steps=_steps,
    idps=("entra",),
)
