"""A secret's id entered instead of its value ends the login kindly.

The portal shows both side by side; the page has to send the administrator there, not show a stack trace.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(client_secret="3f2504e0-4f89-41d3-9a0c-0305e82c3301")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/oauth2-proxy/oauth2-proxy/issues/1390; https://github.com/pennersr/django-allauth/issues/3573",
    expected=Refused("token_endpoint.invalid_client"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable",),
)
