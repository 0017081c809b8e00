"""Behind a load balancer that ends TLS the redirect URI stays https.

An app that believes its own socket registers http, and every IdP refuses it.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    with alice.world.behind_a_proxy():
        alice.signs_in()


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.1 (redirect_uri, exact); RFC 9700, 2.6",
    expected=SignedIn("alice"),
    steps=_steps,
    covers=("rfc9700:2.6",),
)
