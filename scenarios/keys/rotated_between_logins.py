"""Keys that were exchanged between two logins are found.

An app that fetches keys once per process turns everybody away from the day of the rotation until it is restarted.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.signs_out()
    alice.administrator.rotates_keys()
    alice.drops_cookies()
    alice.signs_in()
    alice.tries_again_after_a_cooldown()


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 10.1.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    covers=("oidf:oidcc-client-test-signing-key-rotation",),
    unless=("key_cooldown",),
    needs=("signature",),
)
