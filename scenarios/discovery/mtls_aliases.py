"""Endpoints for mutual TLS are left alone by who does not use it.

They are other addresses for another method; only clients with certificates take them.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(not alice.world.evil.visits, "the app used an endpoint that is for mutual TLS only")


SCENARIO = Scenario(
    spec="RFC 8705, 5",
    expected=SignedIn("alice"),
    fault="mtls_aliases",
    steps=_steps,
    covers=("oidf:oidcc-client-test-mtls-endpoint-aliases",),
)
