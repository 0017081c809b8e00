"""The org server refuses a scope of the app's own, before the password is asked for.

Published apps use the org server only, so they cannot have scopes of their own.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(scopes=("openid", "pelanor.read"))
    alice.begins()


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-oidc-android/issues/190",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
