"""A redirect URI that differs in its host leaves the person on JumpCloud's error page.

Behind a proxy apps build it from the wrong host or scheme; the app never hears of the login.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    registered = alice.customer.redirect_uri.replace("https://", "http://")
    alice.administrator.registration.redirect_uris = (registered,)
    alice.begins()
    alice.must("/oidc/error?error=invalid_request" in alice.tab.url, "JumpCloud shows its error page")


SCENARIO = Scenario(
    spec="https://github.com/kviklet/kviklet/issues/275",
    expected=AtIssuer(),
    steps=_steps,
    idps=("jumpcloud",),
)
