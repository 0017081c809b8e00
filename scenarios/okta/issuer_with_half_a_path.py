"""An issuer with half a path is refused before anybody leaves.

"/oauth2" alone has no metadata; the error has to name the address, or nobody finds the missing word.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(issuer=f"{people.issuer(alice.customer)}/oauth2")
    alice.begins()


SCENARIO = Scenario(
    spec="https://github.com/nextauthjs/next-auth/issues/1345",
    expected=Refused("discovery.unavailable"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
