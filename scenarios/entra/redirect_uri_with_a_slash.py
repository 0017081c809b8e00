"""A redirect URI registered with one slash too many keeps everybody at Entra.

The comparison is exact (AADSTS50011), and the app is never called.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    registration = alice.administrator.registration
    registration.redirect_uris = tuple(f"{it}/" for it in registration.redirect_uris)
    alice.begins()
    alice.must("AADSTS50011" in alice.reads(), "the app asked to be answered at an address with a slash too many")


SCENARIO = Scenario(
    spec="https://github.com/isaacrlevin/presencelight/issues/755; https://github.com/alexandrtovmach/react-microsoft-login/issues/121",
    expected=AtIssuer(),
    steps=_steps,
    idps=("entra",),
)
