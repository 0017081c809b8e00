"""A login works again as soon as the metadata does.

An app that remembers a failure, or a page it mistook for metadata, stays broken until somebody restarts it.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    alice.must(not alice.issuer.fault.breaks or not alice.at_issuer(), "the app went on without metadata")
    alice.issuer_recovers()
    alice.signs_in()


SCENARIO = Scenario(
    spec="OIDC Discovery 1.0, 4; the product's promise to heal",
    expected=SignedIn("alice"),
    fault="page_instead_of_discovery",
    steps=_steps,
)
