"""An issuer that is away when a session is to be renewed signs nobody out.

An app that takes every failed renewal for a refusal throws all of a customer's people out at each hiccup.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario
from harness.steps import comes_back_to_renew

SCENARIO = Scenario(
    spec="RFC 6749, 5.2 and 6; the product's promise of kindness",
    expected=SignedIn("alice"),
    fault="unavailable_token",
    steps=comes_back_to_renew,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("adjustable", "refresh"),
)
