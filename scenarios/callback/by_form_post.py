"""An answer that comes as a posted form signs in.

It is a POST from another site: cookies marked Lax stay behind, and the app that counts on them loops.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(response_mode="form_post")
    alice.signs_in()


SCENARIO = Scenario(
    spec="Form Post Response Mode 1.0, 2; RFC 6265bis, 5.2 (SameSite)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta"),
    needs=("adjustable", "form_post"),
    covers=("oidf:rp-response_mode-form_post",),
)
