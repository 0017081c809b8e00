"""A profile picture of 200 kB stays out of cookies.

Apps that fetch it at login and keep it in a cookie answer 502 or 431 for exactly the people who have one.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.person("alice").attributes["photo_bytes"] = 200_000
    alice.signs_in()
    alice.reloads()


SCENARIO = Scenario(
    spec="https://github.com/langfuse/langfuse/issues/6153; https://github.com/lobehub/lobehub/issues/7435",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
