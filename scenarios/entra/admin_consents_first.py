"""After an administrator's consent everybody signs in without being asked.

Entra comes back to the app with "admin_consent=True" and neither code nor token; that is no login and no fault.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    registration, tenant = alice.administrator.registration, alice.administrator.tenant
    registration.settings["consent"] = "admin"
    alice.administrator.person("bob").attributes["admin"] = True
    boss = alice.another_browser("bob")
    query = f"client_id={registration.client_id}&redirect_uri={alice.customer.redirect_uri}&scope=User.Read&state=x"
    boss.opens(f"https://login.microsoftonline.com/{tenant.id}/v2.0/adminconsent?{query}")
    boss.signs_in_at_the_idp()
    boss.must(not boss.at_issuer(), "the administrator's consent did not come back to the app")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/entra/identity-platform/v2-admin-consent",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
