"""A session that nobody uses ends, even without a sign-out.

A laptop sold next year must not still be signed in.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario

A_LONG_TIME = 100 * 86_400.0
"""Seconds after which no policy keeps an unused session."""


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.waits(A_LONG_TIME)
    alice.opens("/")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 3.3.2",
    expected=NotSignedIn(),
    steps=_steps,
)
