"""An address with an apostrophe and a plus is an address.

A pattern of the app's own for what an address looks like locks out everybody called O'Brien.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", email=f"alice.o'brien+pelanor@{alice.customer.domain}")
    alice.signs_in()


SCENARIO = Scenario(
    spec="RFC 5322, 3.2.3 (atext); OIDC Core 1.0, 5.1 (email)",
    expected=SignedIn("alice.o'brien+pelanor"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("accounts",),
)
