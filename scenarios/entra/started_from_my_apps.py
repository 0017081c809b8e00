"""A tile in My Apps starts a login like any other.

The address is what the administrator typed, with nothing added; Entra has a session and answers at once.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    registration = alice.administrator.registration
    registration.settings["home_page_url"] = alice.initiating(iss=alice.issuer_name)
    alice.opens(
        f"https://myapps.microsoft.com/signin/{registration.client_id}?tenantId={alice.administrator.tenant.id}"
    )
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/myapps-overview",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("initiate",),
)
