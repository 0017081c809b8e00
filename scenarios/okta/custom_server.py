"""A custom authorization server is an issuer like any other.

Issuer, endpoints and keys differ from the org's; an app that appends "/oauth2" or "/v1" by itself finds none of them.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.tenant.settings["api_access_management"] = True
    alice.support.changes_connection(issuer=f"{people.issuer(alice.customer)}/oauth2/default")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://developer.okta.com/docs/concepts/auth-servers/; https://github.com/okta/okta-spring-boot/issues/171",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
