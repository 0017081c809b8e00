"""A 429 at /token has another shape than an OAuth error, and is still a refusal with a name.

An app that reads "error" from it finds nothing, and shows an empty page.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.tenant.settings["rate_limits"] = {"token_per_minute": 0}
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://developer.okta.com/docs/reference/error-codes/#E0000047",
    expected=Refused("token_endpoint.error"),
    steps=_steps,
    idps=("okta",),
)
