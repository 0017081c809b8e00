"""A path that becomes a host once its dots are taken out is not followed.

The check sees "/./", the next hop tidies the path up, and what is left begins with two slashes.
"""

from harness import steps
from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 3986, 5.2.4; RFC 9700, 4.11.1; https://github.com/getprobo/probo/security/advisories/GHSA-x7qq-m748-8p2c",
    expected=SignedIn("alice"),
    steps=steps.is_sent_on_to("/.//evil.example/phish"),
    idps=("okta",),
    regions=("us",),
)
