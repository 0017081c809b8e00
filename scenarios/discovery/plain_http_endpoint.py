"""An endpoint without TLS is not used.

Code and secret would travel in the clear.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(not alice.sent_in_the_clear(), "the app sent its secret and the code without TLS")


SCENARIO = Scenario(
    spec="RFC 9700, 2.6",
    expected=Refused("discovery.endpoints"),
    fault="plain_http_endpoints",
    steps=_steps,
    covers=("rfc9700:2.6",),
)
