"""An answer that comes as a posted form signs in.

It is a POST from another site: cookies marked Lax stay behind, and the app that counts on them loops.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario
from harness.steps import is_answered_by_a_form

SCENARIO = Scenario(
    spec="Form Post Response Mode 1.0, 2; RFC 6265bis, 5.2 (SameSite)",
    expected=SignedIn("alice"),
    steps=is_answered_by_a_form,
    idps=("entra", "okta"),
    needs=("adjustable", "form_post"),
    covers=("oidf:rp-response_mode-form_post",),
)
