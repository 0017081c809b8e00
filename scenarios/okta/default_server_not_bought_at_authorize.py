"""A login at /oauth2/default, in an org without API Access Management, ends on a page of Okta's.

The app never hears of it: whoever waits for an answer waits for ever.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    asked = f"client_id={people.client_id(alice.customer)}&redirect_uri={alice.customer.redirect_uri}&state=s"
    alice.opens(f"{people.issuer(alice.customer)}/oauth2/default/v1/authorize?{asked}&response_type=code&scope=openid")
    seen = alice.tab.locator("#error-description").inner_text()
    alice.must("not enabled in this environment" in seen, f"the page says that the feature is off; it says {seen!r}")


SCENARIO = Scenario(
    spec="https://github.com/zeekhoo-okta/okta-django-samples/issues/25; https://github.com/GitbookIO/integrations/issues/406",
    expected=AtIssuer(),
    steps=_steps,
    idps=("okta",),
)
