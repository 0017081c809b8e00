"""Without an address the person comes in all the same.

"Email" is a tick that admins forget; accounts hang on the subject and not on the address.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["standard_scopes"] = ("profile",)
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://help.nordlayer.com (JumpCloud SSO); OIDC Core 1.0, 5.7",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("people_without_address",),
)
