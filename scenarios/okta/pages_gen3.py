"""A login by the third generation of the widget is a login like any other.

Which pages a customer has is Okta's choice and theirs; an app cannot tell, and so no app fails here.
Run it with `--headed` to see what such a customer's people see.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.tenant.settings["sign_in"] = "gen3"
    alice.begins()
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-signin-widget src/v3",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
)
