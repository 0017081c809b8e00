"""The case of an address splits nobody in two.

Invited as alice@, sent as Alice@: an exact comparison turns the person away.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_organisation(email_domains=(alice.customer.domain,))
    alice.support.admits_only(alice.login_name())
    alice.administrator.changes(
        "alice", email=alice.login_name().replace("alice", "Alice").replace(".example", ".EXAMPLE")
    )
    alice.signs_in()


SCENARIO = Scenario(
    spec="RFC 5321, 2.4; the product's promise",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable",),
)
