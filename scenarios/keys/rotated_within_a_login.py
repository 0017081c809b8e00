"""Keys exchanged in the middle of a login are found.

The unknown key is fetched at once; the person notices nothing.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.signs_out()
    alice.drops_cookies()
    callback = None
    with alice.world.holding_callbacks() as held:
        alice.signs_in()
        callback = held[0] if held else None
    alice.must(callback, "no authorization response came")
    alice.administrator.rotates_keys()
    if callback:
        alice.delivers(callback)
    alice.tries_again_after_a_cooldown()


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 10.1.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    covers=("oidf:oidcc-client-test-signing-key-rotation-just-before-signing",),
    unless=("key_cooldown",),
    needs=("signature",),
)
