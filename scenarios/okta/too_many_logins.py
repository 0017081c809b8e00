"""A 429 at /authorize ends the login at Okta, and the app does not start over by itself.

One that tries again on its own keeps the bucket full for everybody behind the same address.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.tenant.settings["rate_limits"] = {"authorize_per_minute": 1}
    alice.begins()
    alice.begins()
    asked = len(alice.received("authorize"))
    clicks = 2
    alice.must(asked == clicks, f"every click asks once; {clicks} clicks asked {asked} times")


SCENARIO = Scenario(
    spec="https://github.com/argoproj/argo-cd/issues/28649; https://github.com/okta/okta-auth-js/issues/1576; https://developer.okta.com/docs/reference/rl2-client-based/",
    expected=AtIssuer(),
    steps=_steps,
    idps=("okta",),
)
