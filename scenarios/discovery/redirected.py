"""Metadata that sends the request elsewhere is not followed to another issuer.

Whoever follows takes keys and endpoints from wherever the redirect leads.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    alice.must(not alice.world.evil.visits, "the person was sent to wherever the redirect led")
    if alice.at_issuer():
        alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="OIDC Discovery 1.0, 4.2 and 4.3",
    expected=Refused("discovery.unavailable"),
    fault="redirected_discovery",
    steps=_steps,
    idps=("okta",),
    regions=("us",),
)
