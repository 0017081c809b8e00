"""The session's name changes when somebody signs in.

Whoever planted the old one, or read it before, would be signed in with the victim.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in(person="bob")
    planted = alice.cookies()
    alice.forgets_the_issuer()
    alice.signs_in()
    thief = alice.another_browser()
    thief.plants_cookies(planted)
    thief.opens("/")
    alice.takes_over(thief)


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 3.2.1",
    expected=NotSignedIn(),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
)
