"""Over 100 groups by an expression end the login at /token, and the app says something useful.

Only some people are in that many groups: the rest of the company signs in, and nobody sees why these cannot.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    scopes = alice.administrator.sends_groups()
    alice.support.changes_connection(scopes=scopes)
    alice.administrator.registration.settings["groups_claim"] = {"type": "EXPRESSION"}
    alice.administrator.puts_in_many_groups("alice", 120)
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-auth-js/issues/1031",
    expected=Refused("token_endpoint.error"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "roles"),
)
