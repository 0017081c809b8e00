"""Behind a load balancer both requests carry the redirect URI that the customer registered.

"redirect_uri mismatch, and only in production."
The load balancer ends TLS and speaks http to another port of the app. An app that believes its own socket sends http or that
port to the IdP; one with two places that build the address sends one thing to the browser and another with the code.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    with alice.world.behind_a_proxy():
        alice.signs_in()
    for endpoint in ("authorize", "token"):
        sent = [it.parameters["redirect_uri"] for it in alice.received(endpoint) if "redirect_uri" in it.parameters]
        alice.must(set(sent) == {alice.customer.redirect_uri}, f'"{endpoint}" was asked with {sent}')


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.1; RFC 6749, 4.1.3; RFC 9700, 2.6",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("eu",),
    covers=("customer:proxy-redirect-uri", "rfc9700:2.6"),
)
