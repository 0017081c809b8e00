"""Whoever is in no bound group comes back with "access_denied".

Which of the two JumpCloud does is not documented, so an app has to cope with both.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["bound_groups"] = ["Sales"]
    alice.administrator.tenant.settings["not_assigned"] = "redirect"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://jumpcloud.com/support/authorize-users-to-an-sso-application; RFC 6749, 4.1.2.1",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("jumpcloud",),
)
