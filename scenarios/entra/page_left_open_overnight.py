"""A sign-in page that was left open overnight ends with a page, not with an error of the server.

Entra happily finishes what the app has long forgotten.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    alice.waits(14 * 3600)
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="https://github.com/OpenIDC/mod_auth_openidc/issues/59",
    expected=Refused("state"),
    steps=_steps,
    idps=("entra",),
)
