"""The same answer, delivered twice in a row, signs in once and stays so.

Load balancers and double clicks do that; the second code is spent (AADSTS54005) and must not end the first session.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.delivers(callback)
    alice.delivers(callback)


SCENARIO = Scenario(
    spec="https://github.com/snok/django-auth-adfs/issues/245; https://github.com/AzureAD/microsoft-identity-web/issues/2328",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
