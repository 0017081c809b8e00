"""An address denied by the text "false" is not confirmed.

Every string but the empty one is true to most languages: an invitation would go to whoever claims the address.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.admits_only(alice.login_name())
    alice.administrator.registration.settings["email_verified"] = "false"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/knadh/listmonk/issues/2237; OIDC Core 1.0, 5.7",
    expected=Refused("account.not_invited"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable",),
)
