"""A logout that reaches JumpCloud ends its session too: the next login asks for the password.

Signing out here alone lets the next person at the machine in with one click.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(sign_out="everywhere")
    alice.signs_in()
    alice.signs_out()
    alice.must(
        alice.tab.url.startswith(f"{alice.origin}/signed-out"), f"she is back at the app, not at {alice.tab.url}"
    )
    alice.begins()


SCENARIO = Scenario(
    spec="RP-Initiated Logout 1.0, 2; https://github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README (FAQ)",
    expected=AtIssuer(),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable", "issuer_sign_out"),
)
