"""After an hour the session is renewed with the refresh token, and again with the one that came in its place.

Each use brings a new refresh token; an app that keeps the first one is signed out at the second renewal.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["refresh_token"] = True
    alice.support.changes_connection(scopes=("openid", "email", "profile", "offline_access"))
    alice.signs_in()
    for _ in range(2):
        alice.waits(3700)
        alice.opens("/workspace")
    used = [it.parameters.get("refresh_token") for it in alice.received("token") if "refresh_token" in it.parameters]
    alice.must(len(set(used)) == len(used) == 2, "two renewals used two refresh tokens")  # noqa: PLR2004 - two renewals


SCENARIO = Scenario(
    spec="https://github.com/ory/hydra/issues/1831; RFC 9700, 4.14.2",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable", "refresh"),
    covers=(
        "oidf:oidcc-client-test-refresh-token",
        "oidf:fapi2-security-profile-final-client-refresh-token-test",
        "rfc9700:4.14",
    ),
)
