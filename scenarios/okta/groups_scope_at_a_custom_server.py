"""A custom server does not know the scope "groups".

An app that asks for it everywhere locks out every customer with a custom server.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.tenant.settings["api_access_management"] = True
    alice.support.changes_connection(issuer=f"{people.issuer(alice.customer)}/oauth2/default")
    alice.support.changes_connection(scopes=("openid", "profile", "email", "groups"))
    alice.begins()


SCENARIO = Scenario(
    spec="https://github.com/Netflix/consoleme/issues/9075; https://github.com/okta-samples/okta-express-sample/issues/6",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
