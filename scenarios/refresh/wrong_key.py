"""A refreshed ID token signed by a stranger ends the session.

An app that only reads what a renewal brings lets whoever answers write its claims.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn, SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    with alice.meeting_no_lies():
        alice.gets_refresh_tokens()
        alice.signs_in()
    alice.waits(2 * 3600)
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 12.2 and 3.1.3.7 (6)",
    expected=NotSignedIn(),
    fault="wrong_key",
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("adjustable", "refresh", "signature"),
    healthy=SignedIn("alice"),
)
