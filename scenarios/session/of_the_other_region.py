"""A session of one region opens nothing in the other.

Regions hold different customers' data; a cookie that is good for both lets one region's people walk into the other.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    elsewhere = alice.another_browser().employed_by(alice.same_idp_elsewhere())
    there = elsewhere.origin.removeprefix("https://")
    elsewhere.plants_cookies([{**cookie, "domain": there} for cookie in alice.cookies()])
    alice.must(not elsewhere.account(), "a session of one region is good in the other")


SCENARIO = Scenario(
    spec="The product's guide (two regions); OWASP ASVS 4.0, 3.4",
    expected=SignedIn("alice"),
    steps=_steps,
)
