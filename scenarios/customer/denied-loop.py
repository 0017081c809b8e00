"""Who is not assigned, declines, or has no account here reaches one page that says so, and nothing starts by itself.

"It flickers and never stops", or "it shows me your source code".
Each of the three ends elsewhere: at the IdP, which never tells the app; back at the app with an error; at the app after
a login that was perfectly good. An app that answers any of them with a new login has a circle.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    unassigned = alice.another_browser("uma")
    unassigned.signs_in()
    alice.must(not unassigned.account(), "somebody who is not assigned is signed in")
    asked = len(alice.received("authorize"))
    if alice.customer.idp == "entra":
        alice.begins()
        alice.cancels()
        alice.must(not alice.at_issuer(), "cancelling led straight back to the IdP")
        alice.must(len(alice.received("authorize")) == asked + 1, "cancelling began a new login")
    alice.support.changes_organisation(email_domains=(alice.customer.domain,))
    alice.support.admits_only(alice.login_name("bob"))
    asked = len(alice.received("authorize"))
    alice.signs_in()
    alice.must(len(alice.received("authorize")) <= asked + alice.hops, "a person without account was sent round again")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.6; RFC 6749, 4.1.2.1; the product's promise",
    expected=Refused("account.not_invited"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("adjustable",),
    covers=("customer:denied-loop",),
)
