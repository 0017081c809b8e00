"""An issuer ending in /oauth2/default, in an org without API Access Management, is refused before anybody leaves.

Okta answers the metadata with a 401 in JSON; an app that reads it as metadata fails later and says something else.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(issuer=f"{people.issuer(alice.customer)}/oauth2/default")
    alice.begins()


SCENARIO = Scenario(
    spec="https://github.com/nextauthjs/next-auth/issues/7656; https://github.com/greenpau/caddy-security/issues/230",
    expected=Refused("discovery.unavailable"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
