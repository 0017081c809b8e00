"""A login by the Classic engine is a login like any other.

Which pages a customer has is Okta's choice and theirs; an app cannot tell, and so no app fails here.
Run it with `--headed` to see what such a customer's people see.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.tenant.settings["sign_in"] = "classic"
    alice.begins()
    alice.tab.locator("#okta-signin-username").fill(alice.login_name())
    alice.tab.locator("#okta-signin-password").fill(people.PASSWORD)
    alice.tab.locator("#okta-signin-submit").click()
    alice.tab.wait_for_url(f"{alice.origin}/**")


SCENARIO = Scenario(
    spec="https://developer.okta.com/docs/guides/oie-upgrade-sessions-api/main/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
