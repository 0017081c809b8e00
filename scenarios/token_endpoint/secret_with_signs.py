"""A client secret full of signs is sent as the standard wants it.

Colon, percent, plus and slash are form-encoded before Basic; sent raw, some secrets work and some do not.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

SECRET = "a:b%2Bc+d/e&f=g h~i"


def _steps(alice: Actor) -> None:
    alice.administrator.changes_secret(SECRET)
    alice.support.changes_connection(client_secret=SECRET, auth_method="client_secret_basic")
    alice.signs_in()


SCENARIO = Scenario(
    spec="RFC 6749, 2.3.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable",),
    covers=("oidf:oidcc-client-test-client-secret-basic", "rfc9700:2.5"),
)
