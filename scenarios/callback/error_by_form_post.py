"""An error that comes as a posted form is shown kindly.

A callback that takes forms must take errors in forms.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(response_mode="form_post")
    alice.signs_in()


SCENARIO = Scenario(
    spec="Form Post Response Mode 1.0, 2; OIDC Core 1.0, 3.1.2.6",
    expected=Refused("idp_error"),
    fault="login_required",
    steps=_steps,
    idps=("entra", "okta"),
    needs=("adjustable", "form_post"),
    covers=("oidf:oidcc-client-test-form-post-error",),
)
