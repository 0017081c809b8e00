"""Logins begun within the same seconds differ in all that must not be guessed.

A generator that starts from the time of day gives two people of one second the same nonce, and whoever knows the second can compute it.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

BEGUN = 12
"""More logins than seconds in which they are begun."""


def _steps(alice: Actor) -> None:
    alice.begins_and_leaves(alice.initiating(), BEGUN)
    asked = alice.authorization_requests()
    # A state that comes again is no harm where nonce or PKCE protect the login; see request/fresh_state.
    alone = () if {"nonce", "code_challenge"} & asked[-1].keys() else ("state",)
    for name in (*alone, "nonce", "code_challenge"):
        values = [each[name] for each in asked if name in each]
        alice.must(len(values) == len(set(values)), f'two logins have the same "{name}"')
    alice.signs_in()


SCENARIO = Scenario(
    spec="RFC 6749, 10.10; RFC 9700, 2.1.1; RFC 4086, 3 (time is no source of randomness)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("initiate",),
    covers=("rfc9700:2.1.1",),
)
