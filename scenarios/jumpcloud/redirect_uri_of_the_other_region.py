"""The callback of the product's other region does not serve this customer.

Apps that take the redirect URI from the request's host fail on preview and regional domains.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    here, there = people.ORIGINS[alice.customer.region], alice.colleague_elsewhere("jumpcloud").origin
    other = next(origin for origin in people.ORIGINS.values() if origin not in {here, there})
    alice.administrator.registration.redirect_uris = (alice.customer.redirect_uri.replace(here, other),)
    alice.begins()


SCENARIO = Scenario(
    spec="https://github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README (Vercel previews)",
    expected=AtIssuer(),
    steps=_steps,
    idps=("jumpcloud",),
)
