"""The answer may come as a posted form from another site.

Cookies without SameSite=None do not travel with it, and the state is lost.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(response_mode="form_post")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/AzureAD/passport-azure-ad/issues/477; OAuth 2.0 Form Post Response Mode, 2",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable", "form_post"),
)
