"""Two customers may use one app registration, and stay two customers.

A multi-tenant registration has one client id for all of them; only the tenant in the token tells whose person came.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    other = alice.employed_by(alice.same_idp_elsewhere())
    registration = alice.administrator.registration
    registration.settings["sign_in_audience"] = "AzureADMultipleOrgs"
    registration.assigned = None
    registration.redirect_uris += (other.customer.redirect_uri,)
    other.support.changes_connection(client_id=registration.client_id, client_secret=registration.client_secret)
    other.signs_in()
    theirs = other.account()
    alice.forgets_the_issuer()
    alice.signs_in()
    mine = alice.account()
    alice.must(theirs, "the other customer's person could not sign in")
    alice.must(theirs.get("organisation") != mine.get("organisation"), "two tenants are one organisation")


SCENARIO = Scenario(
    spec="https://github.com/keycloak/keycloak/issues/28662",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable", "accounts"),
)
