"""A short nonce passes the sign-in and fails at the token endpoint.

The person has typed everything by then; the page must name the token endpoint and not ask to try again for ever.
"""

from urllib.parse import urlencode

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    asked = alice.newest_request("authorize").parameters | {"nonce": "1234567"}
    alice.opens(f"{people.issuer(alice.customer)}oauth2/auth?{urlencode(asked)}")
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="https://github.com/ory/fosite v0.49.0, handler/openid/strategy_jwt.go",
    expected=Refused("token_endpoint.error"),
    steps=_steps,
    idps=("jumpcloud",),
)
