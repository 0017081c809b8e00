"""An issuer entered as ".../common/v2.0" is refused before anybody is sent away.

Its metadata names the literal "{tenantid}" as issuer; an app that takes it as it is cannot tell tenants apart.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(issuer="https://login.microsoftonline.com/common/v2.0")
    alice.begins()
    alice.must(not alice.at_issuer(), "the person was sent away to an issuer whose metadata names another")


SCENARIO = Scenario(
    spec="https://github.com/nextauthjs/next-auth/issues/8374; https://github.com/authlib/authlib/issues/605",
    expected=Refused("discovery.issuer"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable", "check_codes"),
)
