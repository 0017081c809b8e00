"""A login that the IdP's portal starts is an ordinary login.

The tile opens the app with the issuer's name; the app asks that issuer with a state of its own.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.opens(alice.initiating(iss=alice.issuer_name))
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 4",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("initiate",),
    covers=("oidf:oidcc-client-test-3rd-party-init-login",),
)
