"""A person whose login and address change stays the same person.

Okta's "sub" stays, "preferred_username" and "email" do not; an app that links by them makes a second account.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    before = alice.account().get("account")
    alice.signs_out()
    alice.drops_cookies()
    person = alice.administrator.person("alice")
    person.email, person.name = f"alice@new.{alice.customer.domain}", "Alice Newname"
    alice.signs_in()
    after = alice.account().get("account")
    alice.must(before == after, f"the account stays {before}; it is {after}")


SCENARIO = Scenario(
    spec="https://github.com/OctopusDeploy/Issues/issues/6906; https://developer.okta.com/docs/reference/api/oidc/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("accounts",),
)
