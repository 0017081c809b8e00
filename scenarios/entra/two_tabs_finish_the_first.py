"""Of two logins begun in two tabs the first can be finished.

Where the browser keeps one PKCE verifier, the second tab has replaced it, and Entra refuses the code (AADSTS501481).
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    second = alice.another_tab()
    alice.begins()
    second.begins()
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="https://github.com/CoasterKaty/PHPAzureADoAuth/issues/18; https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/7649",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("two_tabs",),
)
