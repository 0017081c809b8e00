"""The app's own request to /token has no Origin header.

A server that forwards the browser's headers looks like a browser to Okta, which then insists on PKCE.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    sent = [it.headers.get("origin") for it in alice.received("token")]
    alice.must(not any(sent), f"no Origin header goes to the token endpoint; {sent} went")


SCENARIO = Scenario(
    spec="https://github.com/authts/oidc-client-ts/issues/395",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
