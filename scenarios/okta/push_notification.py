"""A person who answers a push on the phone signs in.

The page asks on its own until the phone has answered, and leaves by script, not by a click.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", mfa=("okta_verify_push",))
    alice.begins()
    alice.identifies()
    alice.gives_password()
    alice.dawdles(90)
    alice.tab.locator(alice.walk.code_submit).click()
    alice.tab.wait_for_url(f"{alice.origin}/**")


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-signin-widget packages/@okta/i18n: oie.okta_verify.push",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
