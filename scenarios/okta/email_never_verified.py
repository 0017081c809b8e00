"""A person of a directory comes in although their address stays unverified for ever.

Okta says not to rely on "email_verified"; an app that does locks out whole companies.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.person("alice").attributes["email_verified"] = False
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/sandbox-quantum/switch/issues/387; https://github.com/oauth2-proxy/oauth2-proxy/issues/1712",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
