"""Where only an administrator may consent, everybody else stays at Entra.

The same app lets the administrator in and nobody else, which looks like a fault of the app.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["consent"] = "admin"
    alice.administrator.person("bob").attributes["admin"] = True
    boss = alice.another_browser("bob")
    boss.signs_in()
    boss.must(boss.account(), "the administrator could not sign in")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/microsoft/sample-app-aoai-chatGPT/issues/572",
    expected=AtIssuer(),
    steps=_steps,
    idps=("entra",),
)
