"""Once the way of authentication is corrected the next login works.

Apps that remember the old choice keep failing until they are restarted.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.auth_method = "client_secret_post"
    alice.support.changes_connection(auth_method="client_secret_basic")
    alice.signs_in()
    alice.support.changes_connection(auth_method="client_secret_post")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/cirrusidentity/simplesamlphp-module-authoauth2/issues/50",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable",),
    covers=("oidf:rp-token_endpoint-client_secret_post",),
)
