"""An access token for the app's own API does not end the login.

Userinfo answers 401 to it; an app that asks there for a claim it misses turns everybody away.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    own = f"api://{alice.administrator.registration.client_id}/read"
    alice.support.changes_connection(scopes=("openid", "profile", own))
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/oauth2-proxy/oauth2-proxy/issues/1666; https://github.com/oauth2-proxy/oauth2-proxy/issues/1680",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable",),
)
