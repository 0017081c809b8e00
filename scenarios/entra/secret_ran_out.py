"""A secret that ran out overnight ends new logins kindly, and leaves who is signed in alone.

Entra's secrets last two years at most; then every login of the customer fails at the same minute.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.administrator.registration.settings["secret_expired"] = True
    alice.reloads()
    alice.must(alice.account(), "who was signed in was signed out by it")
    alice.signs_out()
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/microsoft/botframework-sdk/issues/6221; https://github.com/liprec/vsts-release-aas/issues/119",
    expected=Refused("token_endpoint.invalid_client"),
    steps=_steps,
    idps=("entra",),
)
