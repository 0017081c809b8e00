"""What the ID token said of a person is not lost because Entra's userinfo says less.

It has no preferred_username, no oid and no tid; an app that replaces the claims by it cannot name anybody.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", email=None)
    alice.signs_in()
    told, name = alice.account(), alice.administrator.person("alice").name
    alice.must(told, "the app does not know who signed in")
    alice.must(told.get("name", name) == name, "the name in the ID token was lost")


SCENARIO = Scenario(
    spec="https://github.com/spring-projects/spring-security/issues/9722; https://github.com/spring-projects/spring-security/issues/7679",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("people_without_address",),
)
