"""Signing out takes the session's cookie away.

A deletion with other attributes than the cookie's own deletes nothing.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.opens("/sign-in")
    alice.begins()
    before = {cookie["name"] for cookie in alice.cookies()}
    alice.signs_in_at_the_idp()
    during = {cookie["name"] for cookie in alice.cookies() if not alice.guards_forms(cookie)}
    alice.signs_out()
    left = {cookie["name"] for cookie in alice.cookies()} & (during - before)
    alice.must(not left, f"signing out left {sorted(left)} in the browser")


SCENARIO = Scenario(
    spec="RFC 6265bis, 5.7",
    expected=NotSignedIn(),
    steps=_steps,
)
