"""An invited person is found however the address is written, once and for all; a guest without address comes in too.

"It says I am not invited", "I am here twice", and for guests only "Internal Server Error".
Entra sends the address as it was typed into the directory, "Alice@Acme.Example" as readily as "alice@acme.example", and for
guests and service people it sends none.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    address = alice.login_name()
    alice.support.changes_organisation(email_domains=(alice.customer.domain,))
    alice.support.invites(address, role="admin")
    alice.administrator.changes("alice", email=address.replace("alice", "Alice").replace(".example", ".EXAMPLE"))
    alice.signs_in()
    first = alice.account().get("account")
    alice.must("admin" in alice.roles(), "the invitation was not found, because the address has capitals")
    alice.signs_out()
    alice.administrator.changes("alice", email=address)
    alice.signs_in()
    alice.must(alice.account().get("account") == first, "the case of the address made two accounts of one person")
    alice.administrator.changes("bob", email=None)
    guest = alice.another_browser("bob")
    guest.signs_in()
    guest.must(guest.account(), "a guest without an address could not sign in")


SCENARIO = Scenario(
    spec="RFC 5321, 2.4; OIDC Core 1.0, 5.1 (email is optional) and 5.7",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    regions=("us",),
    needs=("adjustable", "accounts", "roles"),
    covers=("customer:entra-no-email-or-case",),
)
