"""Somebody of another tenant is stuck at Entra, again and again.

The one session is used without asking, so no second try helps; the app is never called and must not wait for it.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    alice.employed_by(alice.same_idp_elsewhere()).signs_in_at_the_idp()
    alice.must(alice.at_issuer(), "an account of another tenant came back to the app")
    alice.begins()
    alice.must(alice.at_issuer(), "after a login that was never answered no other one begins")


SCENARIO = Scenario(
    spec="https://github.com/nextauthjs/next-auth/issues/7447; https://github.com/AzureAD/azure-activedirectory-library-for-js/issues/501",
    expected=AtIssuer(),
    steps=_steps,
    idps=("entra",),
)
