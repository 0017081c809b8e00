"""With a live portal session a login passes without any page.

The answer is there within a second; an app that sets its cookie too late, or counts on a page in between, loses it.
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
