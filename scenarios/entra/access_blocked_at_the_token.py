"""A policy that speaks only at the token endpoint ends the login kindly.

The pages were passed, and still there are no tokens: invalid_grant with AADSTS53003.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["token_policy"] = "block"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/OfficeDev/BotBuilder-MicrosoftTeams/issues/284",
    expected=Refused("token_endpoint.invalid_grant"),
    steps=_steps,
    idps=("entra",),
)
