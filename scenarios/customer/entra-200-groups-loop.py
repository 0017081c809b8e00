"""A person in two hundred groups signs in, stays signed in, and keeps the role that one of the groups gives.

"Only our administrators cannot get in, and it never ends."
Two hundred object ids are seven kilobytes. A session kept in a cookie passes 4096 bytes, the browser drops it without a
word, and the login begins again at once; behind some load balancers it is a 431 instead.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

MOST = 4096
"""Bytes of name and value that a browser keeps of one cookie."""


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.administrator.puts_in_many_groups("alice", 198)
    alice.signs_in()
    alice.must("admin" in alice.roles(), "one group among two hundred did not give its role")
    alice.opens("/workspace")
    alice.reloads()
    alice.must(len(alice.received("authorize")) == 1, "the login began again by itself")
    for cookie in alice.cookies():
        size = len(cookie["name"]) + len(cookie["value"])
        alice.must(size <= MOST, f'the cookie "{cookie["name"]}" has {size} bytes')


SCENARIO = Scenario(
    spec="RFC 6265bis, 5.6 (limits); Entra, 200 groups in a token",
    expected=SignedIn("alice", at="/workspace"),
    steps=_steps,
    idps=("entra",),
    regions=("us",),
    needs=("adjustable", "roles"),
    covers=("customer:entra-200-groups-loop",),
)
