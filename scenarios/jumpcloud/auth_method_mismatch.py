"""An app registered for the other way of authentication is refused with 401 although the secret is right.

JumpCloud accepts exactly one way per app while its discovery document lists all; the page has to say more than "try again".
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.auth_method = "client_secret_post"
    alice.support.changes_connection(auth_method="client_secret_basic")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/fyne-coder/gongcli_mcp docs/runbooks/jumpcloud-claude-direct-success-rca-2026-05-31.md",
    expected=Refused("token_endpoint.invalid_client"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable",),
)
