"""A client id and a secret that were swapped end on a page of Okta's, and the next login after the correction works.

The form takes both without a word, and only a login tells; an app that keeps the client it was first given stays wrong.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    client, secret = people.client_id(alice.customer), people.client_secret(alice.customer)
    alice.support.changes_connection(client_id=secret, client_secret=client)
    alice.begins()
    alice.must(alice.at_issuer(), "a client that does not exist was answered")
    alice.support.changes_connection(client_id=client, client_secret=secret)
    alice.signs_in()


SCENARIO = Scenario(
    spec="Okta catalogue of OAuth errors: invalid_client_id",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
