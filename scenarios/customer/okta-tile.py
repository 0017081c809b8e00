"""A click on the tile in Okta's dashboard signs in, at the organisation whose tile it is.

"From your page it works, from our dashboard it says state mismatch."
The tile opens the app with nothing but "iss": the app has to begin a login of its own. One that expects a code crashes or
refuses, one that takes the first Okta customer it finds opens the wrong organisation.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["idp_initiated_login"] = "SPEC"
    alice.opens(f"{alice.issuer_name}/app/UserHome")
    alice.signs_in_at_the_idp()
    alice.tab.get_by_role("link", name=alice.administrator.registration.name).click()
    alice.tab.wait_for_url(f"{alice.origin}/**")
    organisation = alice.account().get("organisation")
    alice.must(organisation == alice.customer.name, f'the tile opened the organisation "{organisation}"')
    alice.opens(alice.customer.redirect_uri)
    alice.must(alice.account(), "a tile that opens the bare callback signed the person out")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 4; https://developer.okta.com/docs/guides/submit-app-prereq/main/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("initiate", "accounts"),
    covers=("customer:okta-tile", "oidf:oidcc-client-test-3rd-party-init-login"),
)
