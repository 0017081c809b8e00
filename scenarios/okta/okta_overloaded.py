"""An overload that Okta reports is shown, and not answered by another try.

Apps that go back to Okta at once make the overload worse, and loop.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["fails"] = {"authorize": "temporarily_unavailable"}
    alice.signs_in()


SCENARIO = Scenario(
    spec="Okta catalogue of OAuth errors: temporarily_unavailable",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("okta",),
)
