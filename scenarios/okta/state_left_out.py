"""Okta refuses a login without "state", and answers without one; the app copes with such an answer.

An app that sends none cannot log anybody in at Okta; one that looks its state up unasked crashes on the way back.
"""

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    asked = f"client_id={people.client_id(alice.customer)}&redirect_uri={alice.customer.redirect_uri}"
    alice.opens(f"{people.issuer(alice.customer)}/oauth2/v1/authorize?{asked}&response_type=code&scope=openid")


SCENARIO = Scenario(
    spec="https://github.com/nextauthjs/next-auth/issues/9625; https://github.com/vincentmakes/turbo-ea/issues/860; https://github.com/tomasvotava/fastapi-sso/issues/36",
    expected=Refused("state"),
    steps=_steps,
    idps=("okta",),
)
