"""The app's cookies are Secure and closed to scripts.

A cookie without these flags is read by any script, or sent in the clear.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    cookies = alice.cookies()
    alice.signs_in_at_the_idp()
    cookies += alice.cookies()
    for cookie in cookies:
        closed = cookie["httpOnly"] or alice.guards_forms(cookie)
        alice.must(closed and cookie["secure"], f'the cookie "{cookie["name"]}" lacks HttpOnly or Secure')


SCENARIO = Scenario(
    spec="RFC 6265bis, 4.1.2.5 and 4.1.2.6; OWASP ASVS 4.0, 3.4",
    expected=SignedIn("alice"),
    steps=_steps,
)
