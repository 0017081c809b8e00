"""A customer whose metadata is that of version 1 signs in all the same.

Its tokens come from "sts.windows.net", with a slash at the end, and have no preferred_username and no email.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    tenant = alice.issuer_name.split("/")[3]
    alice.support.changes_connection(issuer=f"https://sts.windows.net/{tenant}/", tenant=tenant)
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens; https://github.com/oauth2-proxy/oauth2-proxy/issues/458",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable",),
)
