"""A key that was published before it signs, and the end of the old one, are no event.

Okta's key set may be cached for weeks; an app that does not look again at an unknown key stands still on that day.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    keys = alice.issuer.rings[f"{people.tenant_id(alice.customer)}/"]
    alice.signs_in()
    for changes in ((keys.announce, keys.promote), (keys.retire,)):
        for change in changes:
            alice.world.run(change())
        alice.signs_out()
        alice.signs_in()
        alice.tries_again_after_a_cooldown()


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-auth-js/issues/797; https://github.com/kellnr/kellnr/issues/1265; https://developer.okta.com/docs/concepts/key-rotation/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    unless=("key_cooldown",),
    needs=("signature",),
)
