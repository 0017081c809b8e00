"""Somebody whom the sign-on policy denies stays at Okta.

The password was right and there is no error for the app: only the person sees it.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["denied"] = [alice.login_name()]
    alice.signs_in()
    alice.begins()
    alice.must(alice.at_issuer(), "after a login that was never answered no other one begins")


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-signin-widget packages/@okta/i18n: security.access_denied",
    expected=AtIssuer(),
    steps=_steps,
    idps=("okta",),
)
