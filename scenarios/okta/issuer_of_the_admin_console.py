"""The address of the admin console is not the issuer.

Admins copy it from the address bar; it answers the metadata, with the org as issuer in it, and only a comparison tells.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(issuer=people.issuer(alice.customer).replace(".okta.com", "-admin.okta.com"))
    alice.begins()
    alice.must(not alice.at_issuer(), "the person was sent away to an issuer whose metadata names another")


SCENARIO = Scenario(
    spec="https://github.com/oktadev/okta-kong-origin-example/issues/6; https://github.com/okta/okta-jwt-verifier-java/issues/41",
    expected=Refused("discovery.issuer"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
