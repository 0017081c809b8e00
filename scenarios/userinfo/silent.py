"""Userinfo that never comes is given up in good time.

The last of the four requests can hang a login as well as the first.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.meets_an_app_in_a_hurry()
    alice.signs_in()


SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("userinfo.unavailable"),
    fault="silent_userinfo",
    steps=_steps,
    idps=("okta", "jumpcloud"),
    needs=("userinfo",),
    unless=("goes_on_without_userinfo",),
    regions=("us",),
)
