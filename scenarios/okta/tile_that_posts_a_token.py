"""An ID token that is posted unasked signs nobody in.

Okta's simplified launch does that; without a state anybody can post one into somebody else's browser.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["idp_initiated_login"] = "OKTA"
    alice.opens(f"{people.issuer(alice.customer)}/app/UserHome")
    alice.signs_in_at_the_idp()
    alice.brings_an_answer_to(alice.customer.redirect_uri)
    alice.tab.get_by_role("link", name=alice.administrator.registration.name).click()
    alice.tab.wait_for_url(f"{alice.origin}/**")


SCENARIO = Scenario(
    spec="https://github.com/archestra-ai/archestra/pull/4412; OIDC Core 1.0, 15.5.2",
    expected=Refused("state"),
    steps=_steps,
    idps=("okta",),
)
