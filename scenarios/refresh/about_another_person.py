"""A refreshed ID token about somebody else ends the session.

An app that renews whatever comes lets a mix-up at the issuer go on in the wrong person's name.
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
    spec="OIDC Core 1.0, 12.2",
    expected=NotSignedIn(),
    fault="subject_of_another",
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("adjustable", "refresh"),
    covers=("oidf:oidcc-client-test-refresh-token-invalid-sub",),
    healthy=SignedIn("alice"),
)
