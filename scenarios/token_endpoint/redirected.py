"""A token endpoint that redirects is not followed.

Client secret and code would be repeated to whoever the redirect names.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(not alice.world.evil.visits, "the app repeated its secret and the code where the redirect led")


SCENARIO = Scenario(
    spec="RFC 9700, 4.12",
    expected=Refused("token_endpoint.answer"),
    fault="redirected_token",
    steps=_steps,
    covers=("rfc9700:4.12",),
)
