"""The access token travels in the header, and no secret of a login in any address.

Addresses end in logs, histories and Referer headers.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

SHORTEST = 16
"""Characters of a cookie that may be a secret; a "1" stands in many an address."""


def _values(alice: Actor) -> set[str]:
    return {str(cookie["value"]) for cookie in alice.cookies() if len(str(cookie["value"])) >= SHORTEST}


def _steps(alice: Actor) -> None:
    alice.begins()
    # Before anybody is signed in, cookies hold what rightly stands in addresses, too: a state, the way back.
    before = _values(alice)
    alice.signs_in_at_the_idp()
    tokens = [minted.compact for minted in alice.issuer.minted]
    tokens += [
        it.headers["authorization"].partition(" ")[2]
        for it in alice.received("userinfo")
        if "authorization" in it.headers
    ]
    for it in alice.received("userinfo"):
        alice.must("access_token" not in it.parameters, "the access token travelled in the address of userinfo")
    secrets = (*tokens, *(_values(alice) - before))
    for address in (*alice.visited, alice.tab.url):
        alice.must(not any(secret in address for secret in secrets), "a token stood in an address of the browser")


SCENARIO = Scenario(
    spec="RFC 6750, 2.1 and 5.3; RFC 9700, 4.3.2",
    expected=SignedIn("alice"),
    steps=_steps,
    covers=("oidf:oidcc-client-test-userinfo-bearer-header", "rfc9700:4.3.2"),
)
