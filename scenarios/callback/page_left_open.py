"""A login that was left open for too long has to be begun anew.

A state that lives for ever is found in histories and used.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    with alice.world.holding_callbacks() as held:
        alice.begins()
        alice.signs_in_at_the_idp()
    alice.waits(3600)
    alice.must(held, "no authorization response came")
    if held:
        alice.delivers(held[0])


SCENARIO = Scenario(
    spec="RFC 9700, 4.2.4 (state must not live on)",
    expected=Refused("state"),
    steps=_steps,
)
