"""An issuer typed without its slash is found out before anybody leaves.

Customers paste it from guides that drop the slash; an app that starts with it refuses at every start, one that adds or
drops the slash by itself stops comparing issuers.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(issuer=people.issuer(alice.customer).removesuffix("/"))
    alice.begins()
    alice.must(not alice.at_issuer(), "the person was sent away to an issuer whose metadata names another")


SCENARIO = Scenario(
    spec="OIDC Discovery 1.0, 4.3; https://docs.netbird.io/selfhosted/identity-providers/managed/advanced/jumpcloud",
    expected=Refused("discovery.issuer"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable",),
)
