"""A tile sends "iss" alone, and the app starts a login of its own.

An app that waits for a code, or wants its own state back, cannot be started from Okta's dashboard.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["idp_initiated_login"] = "SPEC"
    alice.opens(f"{people.issuer(alice.customer)}/app/UserHome")
    alice.signs_in_at_the_idp()
    alice.tab.get_by_role("link", name=alice.administrator.registration.name).click()
    alice.tab.wait_for_url(f"{alice.origin}/**")


SCENARIO = Scenario(
    spec="https://github.com/appcues/ueberauth_okta/issues/9; https://github.com/omniauth/omniauth_openid_connect/issues/122; https://developer.okta.com/docs/guides/submit-app-prereq/main/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("initiate",),
)
