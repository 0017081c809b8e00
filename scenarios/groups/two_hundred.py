"""Two hundred groups fit into a session.

Kept in a cookie they pass 4096 bytes; the browser drops it without a word and the login goes round in circles.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.administrator.puts_in_many_groups("alice", 197 if alice.customer.idp == "entra" else 95)
    alice.signs_in()
    alice.opens("/workspace")
    alice.reloads()


SCENARIO = Scenario(
    spec="RFC 6265bis, 5.6 (limits); Entra, 200 groups in a token",
    expected=SignedIn("alice", at="/workspace"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable",),
)
