"""A long return address loses nobody's login.

Reports keep their filters in the address; kept in a cookie it makes the cookie too large, the browser drops it, and the answer finds no login.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

CHARACTERS = 3_800
"""Encoded as cookies are, more than the 4096 bytes that browsers keep of one; less than any server takes of an address."""


def _steps(alice: Actor) -> None:
    alice.signs_in(path=f"/reports/7?tab={'b' * CHARACTERS}")


SCENARIO = Scenario(
    spec="RFC 6265bis, 5.7 (a cookie of more than 4096 bytes is ignored)",
    expected=SignedIn("alice"),
    steps=_steps,
    needs=("deep_links",),
)
