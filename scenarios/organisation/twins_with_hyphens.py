"""Organisations whose ids differ by what follows a hyphen are kept apart.

"okta-acme-eu" split at its hyphens is okta, acme, and the wrong customer.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    twin = alice.customer.subsidiary(f"{alice.customer.name}twin", alice.customer.organization_id.partition("-")[0])
    alice.administrator.registers_also(twin)
    alice.support.takes_on(twin, alice.issuer_name)
    alice.employed_by(twin).signs_in()
    alice.must(alice.account().get("organisation") == twin.name, "the organisation with the short id was not reached")
    alice.signs_out()
    alice.signs_in()
    alice.must(
        alice.account().get("organisation") == alice.customer.name, "the organisation with the long id was not reached"
    )


SCENARIO = Scenario(
    spec="The product's guide (redirect URI of an organisation)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable", "accounts"),
)
