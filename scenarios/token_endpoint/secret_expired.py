"""A client secret that the IdP no longer knows ends the login kindly.

Secrets run out, usually at night; the page has to name the cause for the administrator and none of the secret.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes_secret("another-secret-that-the-app-was-never-told")
    alice.signs_in()


SCENARIO = Scenario(
    spec="RFC 6749, 5.2 (invalid_client)",
    expected=Refused("token_endpoint.invalid_client"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
)
