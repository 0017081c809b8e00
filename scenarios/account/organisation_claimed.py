"""Which organisation somebody belongs to is not for the IdP to say.

Every customer's administrator can add claims; an app that believes "organization_id" lets them into any other customer's workspace.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    shown = alice.account().get("organisation", alice.customer.name)
    alice.must(shown == alice.customer.name, f'the claim brought her into the organisation "{shown}"')


SCENARIO = Scenario(
    spec="RFC 9700, 4.4.2; OWASP ASVS 4.0, 4.1.2 (attributes that users or third parties can set)",
    expected=SignedIn("alice"),
    fault="claims_another_customer",
    steps=_steps,
)
