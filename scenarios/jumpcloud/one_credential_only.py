"""The secret travels in the header or in the body, never in both.

JumpCloud refuses both at once, whichever of them the app is registered for.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    sent = alice.newest_request("token")
    both = "authorization" in sent.headers and "client_secret" in sent.parameters
    alice.must(not both, "the secret is sent once")


SCENARIO = Scenario(
    spec="https://github.com/jumpserver/jumpserver/issues/8165; RFC 6749, 2.3",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
