"""An address confirmed by a boolean counts as confirmed.

Some organisations' tokens have it, and an app that learned to read the string alone locks them out.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.admits_only(alice.login_name())
    alice.administrator.registration.settings["email_verified"] = True
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/goharbor/harbor/issues/20779",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable",),
)
