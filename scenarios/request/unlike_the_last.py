"""Two logins begun one after the other differ in all that must not be guessed.

A nonce or challenge that is the same every time protects against nothing, nor does a state where there is no other.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    first = alice.authorization_request()
    alice.begins()
    second = alice.authorization_request()
    # A state that comes again is no harm where nonce or PKCE protect the login; see request/fresh_state.
    alone = () if {"nonce", "code_challenge"} & first.keys() else ("state",)
    for name in (*alone, "nonce", "code_challenge"):
        alice.must(name not in first or first[name] != second.get(name), f'two logins have the same "{name}"')


SCENARIO = Scenario(
    spec="RFC 9700, 2.1.1 and 4.7.1; RFC 6749, 10.10",
    expected=AtIssuer(),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    covers=("rfc9700:2.1.1", "rfc9700:4.7.1"),
)
