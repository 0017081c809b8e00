"""A refreshed ID token of another issuer ends the session.

It is checked like the first one; an app that only looks for an access token never sees that somebody else answered.
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
    renewals = [it for it in alice.received("token") if it.parameters.get("grant_type") == "refresh_token"]
    alice.must(renewals, "the session was not renewed, although it had run out")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 12.2",
    expected=NotSignedIn(),
    fault="wrong_issuer",
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("adjustable", "refresh"),
    covers=("oidf:oidcc-client-test-refresh-token-invalid-issuer",),
    healthy=SignedIn("alice"),
)
