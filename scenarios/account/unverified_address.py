"""An unverified address takes over no invitation.

Anybody can write anybody's address into a profile.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.admits_only(alice.login_name())
    alice.signs_in()


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.1 (email_verified)",
    expected=Refused("account.not_invited"),
    fault="address_unverified",
    steps=_steps,
    idps=("okta", "jumpcloud"),
    needs=("adjustable",),
)
