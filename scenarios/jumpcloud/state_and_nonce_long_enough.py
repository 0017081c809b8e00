"""The app's own state and nonce have the eight characters that JumpCloud asks for.

A short state is refused before the sign-in page, a short nonce only at the token endpoint.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

LEAST = 8


def _steps(alice: Actor) -> None:
    alice.signs_in()
    asked = alice.newest_request("authorize").parameters
    alice.must(len(asked.get("state", "")) >= LEAST, "the state has at least eight characters")
    alice.must(
        len(asked.get("nonce", "x" * LEAST)) >= LEAST, "the nonce has at least eight characters, if there is one"
    )


SCENARIO = Scenario(
    spec="https://github.com/ory/fosite v0.49.0, MinParameterEntropy; RFC 6749, 10.10",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
