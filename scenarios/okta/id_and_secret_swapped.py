"""A client id and a secret that were swapped end on a page of Okta's.

The form takes both without a word; only the first login tells.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(
        client_id=people.client_secret(alice.customer), client_secret=people.client_id(alice.customer)
    )
    alice.begins()


SCENARIO = Scenario(
    spec="Okta catalogue of OAuth errors: invalid_client_id",
    expected=AtIssuer(),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
