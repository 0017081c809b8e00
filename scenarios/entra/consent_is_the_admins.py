"""Where only an administrator may consent, everybody else stays at Entra until the organisation's consent is given.

The same app lets the administrator in and nobody else; one that still waits for the first answer goes on doing so after the consent.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["consent"] = "admin"
    alice.administrator.person("bob").attributes["admin"] = True
    boss = alice.another_browser("bob")
    boss.signs_in()
    boss.must(boss.account(), "the administrator could not sign in")
    alice.signs_in()
    alice.must(alice.at_issuer(), "somebody who may not consent came back to the app")
    alice.administrator.registration.settings["consent"] = "granted"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/microsoft/sample-app-aoai-chatGPT/issues/572",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
