"""150 groups leave the session cookie as small as ever.

A browser drops a cookie of more than 4096 bytes without a word, and the person is signed out at once.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

LARGEST_COOKIE = 4096
"""Bytes of name and value that a browser has to keep (RFC 6265, 6.1)."""


def _steps(alice: Actor) -> None:
    scopes = alice.administrator.sends_groups()
    alice.support.changes_connection(scopes=scopes)
    alice.administrator.puts_in_many_groups("alice", 150)
    alice.signs_in()
    sizes = [len(it["name"]) + len(it["value"]) for it in alice.tab.context.cookies(alice.origin)]
    alice.must(max(sizes) < LARGEST_COOKIE, f"no cookie of the app is over {LARGEST_COOKIE} bytes; they have {sizes}")


SCENARIO = Scenario(
    spec="https://github.com/agentgateway/agentgateway/issues/2778; RFC 6265, 6.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "roles"),
)
