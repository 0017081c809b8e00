"""Without a refresh token the session lives on for as long as the app says.

The grant is a tick of its own at JumpCloud; an app that counts on the token signs everybody out after an hour.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(scopes=("openid", "email", "profile", "offline_access"))
    alice.signs_in()
    alice.waits(3700)
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="https://jumpcloud.com/support/sso-with-oidc (Grant Types)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable",),
)
