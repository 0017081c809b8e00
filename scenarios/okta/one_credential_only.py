"""The app proves itself in one way only.

Okta refuses credentials in the header and in the body at once with 401.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    both = [it for it in alice.received("token") if "authorization" in it.headers and "client_secret" in it.parameters]
    alice.must(not both, "credentials go in the header or in the body, never in both")


SCENARIO = Scenario(
    spec="https://github.com/boylesoftware/tomcat-oidcauth/issues/6",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
