"""After the IdP exchanged its keys, and after it was away for a minute, people sign in without anybody's restart.

"Since last night nobody can log in; when you restarted, it worked."
The app fetched the keys once, or remembered that they could not be had. Both last until the process ends.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    with alice.meeting_no_lies():
        alice.signs_in()
        alice.signs_out()
    alice.administrator.rotates_keys()
    alice.signs_in()
    alice.must(not alice.is_lied_to or not alice.account(), "somebody was signed in by a key that nobody could fetch")
    if alice.is_lied_to:
        alice.issuer_recovers()
        alice.signs_in()
    alice.tries_again_after_a_cooldown()


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 10.1.1; the product's promise to heal",
    expected=SignedIn("alice"),
    fault="unavailable_jwks",
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("signature",),
    covers=("customer:key-rotation-or-idp-blip",),
)
