"""At the Classic engine somebody who is not assigned comes back with access_denied although they just signed in.

At Identity Engine they would have stayed there: an app has to know both ends.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.tenant.settings["sign_in"] = "classic"
    alice.administrator.registration.assigned = frozenset()
    alice.begins()
    alice.tab.locator("#okta-signin-username").fill(alice.login_name())
    alice.tab.locator("#okta-signin-password").fill(people.PASSWORD)
    alice.tab.locator("#okta-signin-submit").click()
    alice.tab.wait_for_url(f"{alice.origin}/**")


SCENARIO = Scenario(
    spec="https://github.com/okta/samples-js-angular/issues/184",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("okta",),
)
