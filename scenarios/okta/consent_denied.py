"""A person who allows nothing comes back to a page that says so.

Okta answers access_denied; an app that starts over asks again for ever.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["consent_method"] = "REQUIRED"
    alice.begins()
    alice.identifies()
    alice.gives_password()
    alice.tab.get_by_role("button", name="Don't Allow").click()
    alice.tab.wait_for_url(f"{alice.origin}/**")


SCENARIO = Scenario(
    spec="Okta catalogue of OAuth errors: access_denied",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("okta",),
)
