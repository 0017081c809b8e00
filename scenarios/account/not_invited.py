"""Where only invited people are admitted, others are told so.

An IdP that lets everybody through must not open the app to everybody.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.admits_only(f"somebody.else@{alice.customer.domain}")
    alice.signs_in()


SCENARIO = Scenario(
    spec="The product's guide; OWASP ASVS 4.0, 4.1",
    expected=Refused("account.not_invited"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable",),
)
