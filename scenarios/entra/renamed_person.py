"""A person whose sign-in name and address changed keeps the account.

Both are mutable and handed on to others; only tenant and object id stay.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    before = alice.account().get("account")
    person = alice.administrator.person("alice")
    person.email = f"alicia@{alice.customer.domain}"
    person.attributes["preferred_username"] = person.email
    alice.signs_out()
    alice.signs_in()
    alice.must(alice.account().get("account") == before, "a new name made a new account")


SCENARIO = Scenario(
    spec="https://github.com/python-social-auth/social-core/issues/380; https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference",
    expected=SignedIn("alicia"),
    steps=_steps,
    idps=("entra",),
)
