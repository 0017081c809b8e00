"""A person with a second factor signs in after one page more.

The detour and its time may not cost the app its memory of the login.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", mfa=("google_otp",))
    alice.begins()
    alice.identifies()
    alice.gives_password()
    alice.dawdles(90)
    alice.tab.locator(alice.walk.code).fill("123456")
    alice.tab.locator(alice.walk.code_submit).click()
    alice.tab.wait_for_url(f"{alice.origin}/**")


SCENARIO = Scenario(
    spec="https://developer.okta.com/docs/guides/configure-amr-claims-mapping/main/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
