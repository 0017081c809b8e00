"""A guest who carries an employee's address is somebody else.

The mail attribute is whatever the guest's own administrator typed; matching on it hands over the account (nOAuth).
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    before = alice.account().get("account")
    alice.administrator.person("bob").email = alice.login_name()
    guest = alice.another_browser("bob")
    guest.signs_in()
    guest.must(guest.account().get("account") not in {None, before}, "the same address gave the same account")


SCENARIO = Scenario(
    spec="https://github.com/pennersr/django-allauth/issues/3713; https://learn.microsoft.com/en-us/entra/identity-platform/migrate-off-email-claim-authorization",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("accounts",),
)
