"""An address whose domain nobody has proven to own opens nobody else's account.

Where "xms_edov" says so, or is missing, the address is whatever the other administrator typed.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    mine = alice.account()
    alice.administrator.registration.settings |= {"optional_claims": ("email", "xms_edov")}
    mallory = alice.administrator.person("bob")
    mallory.email = alice.login_name()
    mallory.attributes["email_domain_verified"] = False
    other = alice.another_browser("bob")
    other.signs_in()
    other.must(other.account().get("account") != mine.get("account"), "an unproven address opened my account")


SCENARIO = Scenario(
    spec="https://github.com/pennersr/django-allauth/issues/3675; https://learn.microsoft.com/en-us/entra/identity-platform/migrate-off-email-claim-authorization",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("accounts",),
)
