"""A launch that names an issuer nobody knows here starts nothing.

Whoever could start a login at an issuer of their own choice would choose theirs.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.opens("/api/auth/initiate?iss=https%3A%2F%2Fstranger.okta.com")
    alice.must(not alice.received("authorize"), "a launch by an issuer nobody knows began a login")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 4; https://github.com/okta/okta-auth-js/issues/870",
    expected=Refused("initiate.issuer"),
    steps=_steps,
    idps=("okta",),
    needs=("initiate",),
)
