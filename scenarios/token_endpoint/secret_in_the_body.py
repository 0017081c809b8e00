"""A client secret may travel in the body instead.

Some customers' registrations take it only there.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(auth_method="client_secret_post")
    alice.signs_in()
    alice.must(alice.first_request("token").parameters.get("client_secret"), "the secret did not travel in the body")


SCENARIO = Scenario(
    spec="RFC 6749, 2.3.1; OIDC Core 1.0, 9",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta", "entra"),
    needs=("adjustable",),
    covers=("oidf:rp-token_endpoint-client_secret_post",),
)
