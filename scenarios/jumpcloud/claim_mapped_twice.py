"""A claim that the admin mapped by hand wins over the one that a ticked scope brings.

Ticking "Profile" adds attributes that were mapped already; an app that breaks on the other value breaks for such customers.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["attributes"] = {"given_name": "displayname", "name": "username"}
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://docs.byo.propelauth.com/sso/example-setup-guides/jumpcloud",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
