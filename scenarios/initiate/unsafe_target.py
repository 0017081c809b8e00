"""A login started elsewhere ends at the app, whatever target was named.

A "target_link_uri" that is followed blindly is an open redirector.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.follows_a_strangers_link(alice.initiating(target_link_uri="https://evil.example/phish"))
    alice.signs_in_at_the_idp()
    alice.must(not alice.world.evil.visits, "the login ended on a stranger's site")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 4 (target_link_uri)",
    expected=SignedIn("alice"),
    steps=_steps,
    needs=("initiate",),
    covers=("rfc9700:4.11",),
)
