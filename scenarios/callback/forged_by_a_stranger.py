"""A forged callback from another site signs nobody in.

Anybody can send a victim's browser to the callback; only what the app itself began may be finished.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.follows_a_strangers_link(alice.customer.redirect_uri + "?code=made-up&state=made-up")
    alice.must(not alice.received("token"), "the app sent a made-up code to the issuer")


SCENARIO = Scenario(
    spec="RFC 6749, 10.12; RFC 9700, 4.7.1",
    expected=Refused("state"),
    steps=_steps,
    covers=("rfc9700:4.7.1",),
)
