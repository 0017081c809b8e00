"""A deep link survives the login, query included.

The place a person asked for is forgotten when it is kept in a session that the login replaces, and cut short when it is pasted into a query as it is.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in(path="/reports/7?tab=b&more=1")


SCENARIO = Scenario(
    spec="RFC 9700, 4.7.1 (the return address travels with the transaction)",
    expected=SignedIn("alice", at="/reports/7?tab=b&more=1"),
    steps=_steps,
    needs=("deep_links",),
)
