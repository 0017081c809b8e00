"""A customer who signs in at a domain of its own gets in, where the app is registered for that domain.

The issuer is the customer's domain in the document and in the token alike; an app that builds addresses from "okta.com" finds none.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["issuer_mode"] = "DYNAMIC"
    alice.support.changes_connection(issuer=f"https://{alice.administrator.tenant.settings['custom_domain']}")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-aspnet/issues/159; https://developer.okta.com/docs/guides/custom-url-domain/main/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
