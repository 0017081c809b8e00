"""A callback that took longer than ten minutes ends kindly.

The code has run out at Entra (AADSTS70008), or the login at the app; either way there is a way back.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.waits(24 * 3600)
    alice.delivers(callback)


SCENARIO = Scenario(
    spec="https://github.com/snok/django-auth-adfs/issues/245",
    expected=Refused("state"),
    steps=_steps,
    idps=("entra",),
)
