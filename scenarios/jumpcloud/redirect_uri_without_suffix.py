"""An admin who registers the callback without its last part locks everybody out.

The part behind "callback/" names the customer; guides that show only the beginning are followed to the letter.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.redirect_uris = (alice.customer.redirect_uri.rpartition("/")[0],)
    alice.begins()
    alice.must("/oidc/error" in alice.tab.url, "the app asked to be answered where no customer is named")


SCENARIO = Scenario(
    spec="https://github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README (Register checklist)",
    expected=AtIssuer(),
    steps=_steps,
    idps=("jumpcloud",),
)
