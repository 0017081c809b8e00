"""Every login asks with values of its own.

A redirect that may be cached, or a constant, sends the same state and nonce again.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    for _ in range(2):
        alice.fetches(alice.initiating())
    asked = [it.parameters for it in alice.received("authorize")]
    for name in ("state", "nonce", "code_challenge"):
        values = [it[name] for it in asked if name in it]
        alice.must(len(set(values)) in {0, len(values)}, f'two logins were begun with the same "{name}"')
    alice.must(len(asked) > 1, "the second login never reached the issuer: the redirect was cached")
    alice.opens("/sign-in")


SCENARIO = Scenario(
    spec="RFC 9700, 2.1.1 and 4.2.4; RFC 9111, 5.2.2.5",
    expected=NotSignedIn(),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("initiate",),
    covers=("rfc9700:4.2.4",),
)
