"""A path that becomes a host once its dots are taken out is not followed.

The check sees "/./", the next hop tidies the path up, and what is left begins with two slashes.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in(path="/sign-in?return_to=/.//evil.example/phish")
    alice.must(not alice.world.evil.visits, "the login ended on a stranger's site")


SCENARIO = Scenario(
    spec="RFC 3986, 5.2.4; RFC 9700, 4.11.1; https://github.com/getprobo/probo/security/advisories/GHSA-x7qq-m748-8p2c",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    regions=("us",),
    needs=("deep_links",),
)
