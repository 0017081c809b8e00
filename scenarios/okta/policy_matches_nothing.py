"""An access policy that matches nobody comes back as access_denied.

The customer's admin forgot a rule on the custom server; the page has to carry Okta's sentence to them.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.tenant.settings["api_access_management"] = True
    alice.support.changes_connection(issuer=f"{people.issuer(alice.customer)}/oauth2/default")
    alice.administrator.tenant.settings["authorization_servers"] = {"default": {"policy": {"people": []}}}
    alice.signs_in()


SCENARIO = Scenario(
    spec="Okta catalogue of OAuth errors: no_matching_policy",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
