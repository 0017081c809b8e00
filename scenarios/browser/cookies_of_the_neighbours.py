"""Cookies that other sites of the company left do not stop a login.

Marketing, support and analytics set theirs for the whole domain, with any characters in them; a parser that stumbles, or a
limit for the whole header that is too small, locks out exactly the people who use the product most.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

COUNT = 20
ODD = ('{"seen":true,"n":3}', "a=b=c==", "%E2%9C%93%ZZ", '"quoted"', "x" * 150, "")


def _steps(alice: Actor) -> None:
    domain = "." + alice.origin.partition("://")[2].partition(".")[2]
    neighbours = [
        {"name": f"_neighbour.{number}", "value": ODD[number % len(ODD)], "domain": domain, "path": "/"}
        for number in range(COUNT)
    ]
    alice.plants_cookies(neighbours)
    alice.signs_in()
    alice.reloads()


SCENARIO = Scenario(
    spec="RFC 6265bis, 5.6 and 6.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    regions=("us",),
)
