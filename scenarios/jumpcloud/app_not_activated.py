"""An app that was never activated leaves the person on JumpCloud's error page.

Its client does not exist as far as the issuer is concerned; the app hears nothing.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.state = "inactive"
    alice.begins()


SCENARIO = Scenario(
    spec="https://jumpcloud.com/support/sso-with-oidc (Activate)",
    expected=AtIssuer(),
    steps=_steps,
    idps=("jumpcloud",),
)
