"""A tile of the portal opens the Login URL, and the app starts a login of its own.

No code comes unasked at JumpCloud: a Login URL that is a plain page leaves people at a sign-in form.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    slug = alice.customer.redirect_uri.rpartition("/")[2]
    alice.administrator.registration.initiate_login_uri = f"{alice.origin}/api/auth/initiate/{slug}"
    alice.opens(people.issuer(alice.customer).replace("oauth.id", "console") + "userconsole")
    alice.signs_in_at_the_idp()
    alice.tab.get_by_role("link", name=alice.administrator.registration.name).click()
    alice.tab.wait_for_url(f"{alice.origin}/**")


SCENARIO = Scenario(
    spec="https://jumpcloud.com/support/sso-with-oidc (Login URL); OIDC Core 1.0, 4",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("initiate",),
)
