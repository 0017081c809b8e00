"""What the ID token leaves out is taken from userinfo.

Okta keeps the ID token thin in the code flow; an app that reads nothing else knows people without name and address.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    account = alice.account()
    alice.must(account.get("email"), "no address, although userinfo has one")
    alice.must(account.get("name"), "no name, although userinfo has one")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.3 and 5.4",
    expected=SignedIn("alice"),
    fault="thin_token",
    steps=_steps,
    idps=("okta", "jumpcloud"),
    needs=("userinfo", "accounts"),
    covers=("oidf:oidcc-client-test-scope-userinfo-claims",),
)
