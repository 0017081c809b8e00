"""A cookie of an ended session signs nobody in.

A sign-out that only forgets the cookie leaves every copy of it working.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    kept = alice.cookies()
    alice.signs_out()
    alice.drops_cookies()
    alice.plants_cookies(kept)
    alice.opens("/")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 3.3.1",
    expected=NotSignedIn(),
    steps=_steps,
)
