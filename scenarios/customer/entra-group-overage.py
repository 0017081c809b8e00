"""An administrator who is in more groups than Entra lists keeps the role, or is told why not.

"Since Monday I am a plain member, and nobody changed anything."
Somebody joined one group too many. Above two hundred Entra leaves the groups out and sends a pointer to Microsoft Graph; an
app that reads "not listed" as "none" takes the role away without a word.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.administrator.puts_in_many_groups("alice", 198)
    alice.signs_in()
    alice.must("admin" in alice.roles(), "two hundred groups did not give the role to begin with")
    alice.signs_out()
    alice.administrator.puts_in_many_groups("alice", 250)
    alice.signs_in()
    explained = "groups" in alice.reads().casefold()
    alice.must("admin" in alice.roles() or explained, "an administrator lost the role without a word")


SCENARIO = Scenario(
    spec="Entra, groups overage claim",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    regions=("us",),
    needs=("adjustable", "roles"),
    covers=("customer:entra-group-overage",),
)
