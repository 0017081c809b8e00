"""An error that comes as a posted form is shown kindly.

A callback that takes forms must take errors in forms.
"""

from harness.outcome import Refused
from harness.scenario import Scenario
from harness.steps import is_answered_by_a_form

SCENARIO = Scenario(
    spec="Form Post Response Mode 1.0, 2; OIDC Core 1.0, 3.1.2.6",
    expected=Refused("idp_error"),
    fault="login_required",
    steps=is_answered_by_a_form,
    idps=("entra", "okta"),
    needs=("adjustable", "form_post"),
    covers=("oidf:oidcc-client-test-form-post-error",),
)
