"""Somebody's first login may come twice at the same moment, from a laptop and a telephone.

An app that looks for the account, finds none and makes one makes two, or answers the second with an error of its database.
"""

from harness import steps
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    telephone = alice.another_browser()
    steps.arrives_together_with(alice, telephone)
    mine, theirs = alice.account(), telephone.account()
    alice.must(theirs, "the second of two first logins failed")
    alice.must(mine.get("account") == theirs.get("account"), "two first logins at once made two accounts")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.7 (issuer and subject are one person); OWASP ASVS 4.0, 1.11.2 (race conditions)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    regions=("us",),
)
