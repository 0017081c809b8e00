"""The cookies of a login are for the app's own host.

A cookie for the whole domain goes to every other host below it: the other region's, the blog's, one that somebody took over.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    cookies = alice.cookies()
    alice.signs_in_at_the_idp()
    cookies += alice.cookies()
    there = alice.other_origin.removeprefix("https://")
    for cookie in cookies:
        elsewhere = cookie["domain"].startswith(".") and there.endswith(cookie["domain"])
        alice.must(
            not elsewhere or alice.guards_forms(cookie), f'the cookie "{cookie["name"]}" is sent to {there} as well'
        )


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 3.4.4; RFC 6265bis, 4.1.2.3; the product's guide (two regions)",
    expected=SignedIn("alice"),
    steps=_steps,
)
