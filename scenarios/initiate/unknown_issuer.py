"""A login started by an unknown issuer leads nowhere.

Whoever may name any issuer chooses where the app sends its people.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.opens(alice.initiating(iss="https://evil.example"))
    alice.must(not alice.world.evil.visits, "the app sent the person to an issuer that a stranger named")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 4",
    expected=Refused("initiate.issuer"),
    steps=_steps,
    needs=("initiate",),
)
