"""The address of a metadata document is no issuer, and is refused before anybody leaves.

Admins copy what their browser shows, and of Okta's two documents the one for OAuth has no userinfo: an app that takes
either for the issuer fails in the middle of a login.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    document = f"{people.issuer(alice.customer)}/.well-known/oauth-authorization-server"
    alice.support.changes_connection(issuer=document)
    alice.begins()


SCENARIO = Scenario(
    spec="https://github.com/OpenIDC/mod_auth_openidc/issues/310; https://github.com/panva/openid-client/issues/260",
    expected=Refused("discovery.unavailable"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
