"""A session whose refresh token the issuer refuses ends.

The customer has let the person go; an app that never asks again keeps them in.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.gets_refresh_tokens()
    alice.signs_in()
    alice.administrator.withdraws_refresh_tokens()
    alice.waits(2 * 3600)
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="RFC 6749, 5.2 and 6; RFC 9700, 4.14.2",
    expected=NotSignedIn(),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("adjustable", "refresh"),
    covers=("oidf:oidcc-client-test-refresh-token", "rfc9700:4.14"),
)
