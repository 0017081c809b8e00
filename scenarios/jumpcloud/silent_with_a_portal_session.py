"""With a live portal session a login passes without any page.

The browser goes there and back without a click: an app that wants to see which page of JumpCloud's it comes from sees none.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.opens(people.issuer(alice.customer).replace("oauth.id", "console") + "userconsole")
    alice.signs_in_at_the_idp()
    alice.begins()


SCENARIO = Scenario(
    spec="https://github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
