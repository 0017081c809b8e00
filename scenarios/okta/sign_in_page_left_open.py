"""Who leaves Okta's sign-in page open too long signs nobody in, and may start again.

Okta forgets the sign-in and keeps the person; the app gets no answer.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    alice.waits(3700)
    alice.tab.locator(alice.walk.login).fill(alice.login_name())
    alice.tab.locator(alice.walk.next).click()
    alice.tab.locator("[data-se=terminal]").wait_for()
    alice.begins()
    alice.must(alice.at_issuer(), "after a login that was never answered no other one begins")


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-signin-widget packages/@okta/i18n: idx.session.expired",
    expected=AtIssuer(),
    steps=_steps,
    idps=("okta",),
)
