"""Without any name the person comes in under the address.

JumpCloud tells no name unless "Profile" is ticked, and never "name" by itself.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["standard_scopes"] = ("email",)
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://jumpcloud.com/support/oidc-attributes-claims; https://knowledge.catonetworks.com/configuring-jumpcloud-sso-for-your-account",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
