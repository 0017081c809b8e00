"""A login that a stranger's link starts ends as the person's own, at the app and nowhere else.

Starting one is harmless as long as nothing that comes with it is believed: neither the person, nor the place to go to.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    start = alice.initiating(
        login_hint=alice.login_name("bob"), target_link_uri="https://evil.example/x", prompt="none", state="chosen"
    )
    alice.follows_a_strangers_link(start)
    asked = alice.first_request("authorize").parameters
    alice.must(asked.get("state") != "chosen", "a stranger chose the state")
    alice.must("prompt" not in asked, "a stranger's parameter went on to the issuer")
    alice.signs_in_at_the_idp()
    alice.must(not alice.world.evil.visits, "the login led to a stranger's site")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 4; RFC 9700, 4.11.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("initiate",),
)
