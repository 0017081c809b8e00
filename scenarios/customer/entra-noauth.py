"""Nobody gets an account by carrying its address: neither a colleague nor somebody of another tenant.

"A stranger has seen our invoices."
In Entra any administrator can write any address into the mail attribute, and nothing verifies it. An app that finds accounts
by address opens the victim's to whoever was given it; the name for this is nOAuth.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    mine = alice.account()
    stranger = alice.another_browser("bob").employed_by(alice.same_idp_elsewhere())
    for intruder in (alice.another_browser("bob"), stranger):
        intruder.person = "bob"
        intruder.administrator.changes("bob", email=alice.login_name())
        intruder.signs_in()
        theirs = intruder.account()
        alice.must(theirs.get("account") != mine.get("account"), "the victim's address opened the victim's account")
    alice.must(
        stranger.account().get("organisation") != mine.get("organisation"),
        "somebody of another tenant is in the victim's organisation",
    )


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.7; https://learn.microsoft.com/en-us/entra/identity-platform/migrate-off-email-claim-authorization",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    regions=("us",),
    needs=("accounts",),
    covers=("customer:entra-noauth",),
)
