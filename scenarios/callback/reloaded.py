"""A callback that is opened again in the same browser leads on to the app.

Reload and Back are what people do when a page is slow; the code must not be spent a second time for it.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.delivers(callback)
    alice.delivers(callback)
    # A form comes from another site each time, without the session's Lax cookie: whose it was cannot be seen then.
    alice.must(callback.form or not alice.at_the_refusal(), "opening the finished callback again showed an error")
    alice.must(len(alice.received("token")) <= 1, "the code was sent to the issuer twice")


SCENARIO = Scenario(
    spec="RFC 6749, 4.1.2 (a code is used once); the product's promise of kindness",
    expected=SignedIn("alice"),
    steps=_steps,
)
