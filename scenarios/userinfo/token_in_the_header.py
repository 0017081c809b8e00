"""The access token travels in the header, and no secret of a login in any address.

Addresses end in logs, histories and Referer headers.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    tokens = [minted.compact for minted in alice.issuer.minted]
    tokens += [
        it.headers["authorization"].partition(" ")[2]
        for it in alice.received("userinfo")
        if "authorization" in it.headers
    ]
    for it in alice.received("userinfo"):
        alice.must("access_token" not in it.parameters, "the access token travelled in the address of userinfo")
    cookies = [str(cookie["value"]) for cookie in alice.cookies()]
    for address in (*alice.visited, alice.tab.url):
        alice.must(
            not any(secret in address for secret in (*tokens, *cookies)), "a token stood in an address of the browser"
        )


SCENARIO = Scenario(
    spec="RFC 6750, 2.1 and 5.3; RFC 9700, 4.3.2",
    expected=SignedIn("alice"),
    steps=_steps,
    covers=("oidf:oidcc-client-test-userinfo-bearer-header", "rfc9700:4.3.2"),
)
