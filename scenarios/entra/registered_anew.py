"""Whoever makes a new app registration keeps the accounts of the old one.

"sub" is another for every registration; an app that keys on it greets everybody as a stranger.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    before = alice.account().get("account")
    alice.administrator.registration.client_id = "5c0ffee0-0000-4000-8000-00000000c0de"
    alice.support.changes_connection(client_id="5c0ffee0-0000-4000-8000-00000000c0de")
    alice.drops_cookies()
    alice.signs_in()
    alice.must(alice.account().get("account") == before, "a new registration made a new account")


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference (sub, oid)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable",),
)
