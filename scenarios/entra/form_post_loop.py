"""A posted answer without its cookie does not send the browser round in circles.

Entra has a session and answers at once; an app that starts over on a lost cookie never stops.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(response_mode="form_post")
    alice.begins()
    alice.drops_cookies()
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="https://github.com/codelibs/fess/pull/3215",
    expected=Refused("state.browser"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable", "form_post"),
)
