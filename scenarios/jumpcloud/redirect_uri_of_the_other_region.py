"""The callback of the product's other region does not serve this customer.

Apps that take the redirect URI from the request's host fail on preview and regional domains.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    elsewhere = alice.customer.redirect_uri.replace(alice.origin, alice.other_origin)
    alice.administrator.registration.redirect_uris = (elsewhere,)
    alice.begins()
    alice.must("/oidc/error" in alice.tab.url, "the app asked to be answered in the other region")


SCENARIO = Scenario(
    spec="https://github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README (Vercel previews)",
    expected=AtIssuer(),
    steps=_steps,
    idps=("jumpcloud",),
)
