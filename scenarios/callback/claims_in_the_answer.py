"""Whatever the answer says of the person is not believed.

It comes through the browser: an address in it is the browser's word, and anybody can change that.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    other = alice.login_name("bob")
    alice.delivers(
        callback,
        email=other,
        sub="somebody-else",
        user=f'{{"email": "{other}", "name": {{"firstName": "Bob"}}}}',
    )


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.5; RFC 6749, 4.1.2",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
)
