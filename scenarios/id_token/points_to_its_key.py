"""The address of a key in the token's own header is not followed.

An app that follows it fetches whatever an attacker wants, and then believes it.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(not alice.world.evil.visits, 'the app fetched the address that the token named ("jku")')


SCENARIO = Scenario(
    spec="RFC 8725, 3.10; RFC 7515, 4.1.2 and 4.1.5",
    expected=Refused("id_token.signature"),
    fault="jku_header",
    steps=_steps,
    needs=("signature",),
)
