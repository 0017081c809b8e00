"""An app that is deleted at Okta while somebody signs in is a refusal with a name.

The answer has the shape of Okta's API, without "error"; an app that reads that member crashes.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.administrator.registration.client_id = "0oaDeleted"
    alice.delivers(callback)


SCENARIO = Scenario(
    spec="https://github.com/blacklanternsecurity/bbot; https://developer.okta.com/docs/reference/error-codes/",
    expected=Refused("token_endpoint.invalid_client"),
    steps=_steps,
    idps=("okta",),
)
