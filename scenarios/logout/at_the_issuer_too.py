"""Signing out can end the session at the IdP as well, and comes back.

The app must send what the IdP needs and cope with the return.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(sign_out="everywhere")
    alice.signs_in()
    alice.signs_out()
    alice.must(alice.received("logout"), "the issuer never heard of it")


SCENARIO = Scenario(
    spec="RP-Initiated Logout 1.0, 2 and 3",
    expected=NotSignedIn(),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "issuer_sign_out"),
    covers=("oidf:oidcc-client-test-rp-init-logout",),
)
