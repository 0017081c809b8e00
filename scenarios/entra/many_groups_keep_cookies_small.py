"""A hundred and ninety groups leave the app's cookies as small as ever.

Tokens kept in a cookie pass 4096 bytes: the browser drops it without a word, and the login goes round in circles.
Cut into several cookies they pass what a server reads of a request's head instead (431), and the person is locked out.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

LARGEST_COOKIE = 4096
"""Bytes of name and value that a browser has to keep (RFC 6265, 6.1)."""


def _steps(alice: Actor) -> None:
    alice.administrator.sends_groups()
    alice.administrator.puts_in_many_groups("alice", 190)
    alice.signs_in()
    sizes = [len(it["name"]) + len(it["value"]) for it in alice.cookies()]
    alice.must(
        max(sizes, default=0) < LARGEST_COOKIE,
        f"no cookie of the app is over {LARGEST_COOKIE} bytes; they have {sizes}",
    )
    alice.reloads()


SCENARIO = Scenario(
    spec="https://github.com/pomerium/pomerium/issues/211; https://github.com/oauth2-proxy/oauth2-proxy/issues/1071",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
