"""Two people who arrive at the same moment are two people.

An app that shares one answer of the issuer among requests that look alike signs one of them in as the other, or nobody.
"""

from harness import steps
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    bob = alice.another_browser("bob")
    steps.arrives_together_with(alice, bob)
    alice.must("alice" in str(alice.account()).casefold(), "the first of two people is not signed in as herself")
    alice.takes_over(bob)


SCENARIO = Scenario(
    spec="RFC 6749, 4.1.3 (a code is one person's); https://github.com/auth0/nextjs-auth0/issues/2382",
    expected=SignedIn("bob"),
    steps=_steps,
    idps=("okta",),
    regions=("us",),
)
