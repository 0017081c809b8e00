"""A person whose access is switched off here stays out, whatever the IdP says.

A check on the password path only lets them in by the other door.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_organisation(email_domains=(alice.customer.domain,))
    alice.support.switches_off(alice.login_name())
    alice.signs_in()


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 1.4.2; the product's promise",
    expected=Refused("account.disabled"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable",),
)
