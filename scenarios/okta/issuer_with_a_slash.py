"""Okta's issuer ends without a slash, and is compared character by character.

A customer who types one gets an answer that says so, not a login that fails at its end.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(issuer=f"{people.issuer(alice.customer)}/")
    alice.begins()
    alice.must(not alice.at_issuer(), "the person was sent away to an issuer whose metadata names another")


SCENARIO = Scenario(
    spec="OIDC Discovery 1.0, 4.3; https://github.com/okta/okta-oidc-js/issues/632",
    expected=Refused("discovery.issuer"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
