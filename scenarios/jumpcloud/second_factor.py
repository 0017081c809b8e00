"""A person with a second factor signs in after six digits more.

The way through a third page, and the time it takes, may not cost the app its memory of the login.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", mfa=("totp",))
    alice.begins()
    alice.identifies()
    alice.gives_password()
    alice.dawdles(90)
    alice.tab.locator(alice.walk.code).fill("123456")
    alice.tab.locator(alice.walk.code_submit).click()
    alice.tab.wait_for_url(f"{alice.origin}/**")


SCENARIO = Scenario(
    spec="https://jumpcloud.com/support/log-into-user-portal-with-mfa",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
