"""An address with a look-alike letter is another address: nobody takes over an invitation by it.

Unicode holds letters that case folding makes plain ones, such as the Kelvin sign, which becomes "k".
An app that folds addresses so gives one person's place to whoever can register the other address.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

_KELVIN_SIGN = "\N{KELVIN SIGN}"


def _steps(alice: Actor) -> None:
    alice.support.invites(f"kim@{alice.customer.domain}", role="admin")
    alice.administrator.changes("alice", email=f"{_KELVIN_SIGN}im@{alice.customer.domain}")
    alice.signs_in()
    alice.must("admin" not in alice.roles(), "an invitation was taken by an address that only looks like its own")


SCENARIO = Scenario(
    spec="Unicode Technical Report 36, 2 (look-alikes); RFC 6531; CVE-2019-19844",
    expected=SignedIn("kim"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "roles"),
)
