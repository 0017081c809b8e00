"""A token whose issuer is the org's own host is refused where the customer's domain was configured.

The app is registered with the org's URL as issuer: the document says one name and the token another, and the person has
signed in before anybody notices.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["issuer_mode"] = "ORG_URL"
    alice.support.changes_connection(issuer=f"https://{alice.administrator.tenant.settings['custom_domain']}")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-spring-boot/issues/187; OIDC Core 1.0, 3.1.3.7 (2)",
    expected=Refused("id_token.iss"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
