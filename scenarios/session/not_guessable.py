"""What is short enough to be guessed opens no session.

Numbers that count up, or a handful of characters, are tried out by a script in minutes.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

SHORTEST = 16
"""Characters of hexadecimal digits that hold 64 bits, the least that OWASP asks for."""


def _steps(alice: Actor) -> None:
    alice.signs_in()
    thief = alice.another_browser()
    thief.plants_cookies([cookie for cookie in alice.cookies() if len(cookie["value"]) < SHORTEST])
    alice.must(not thief.account(), f"cookies of fewer than {SHORTEST} characters are all that a session needs")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 3.2.2; https://github.com/drakkan/sftpgo/security/advisories/GHSA-6943-qr24-82vx",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    regions=("us",),
)
