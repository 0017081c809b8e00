"""The keys are fetched from where the metadata says.

A guessed address works until the provider moves it.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    asked = alice.received("jwks")
    faulty = alice.issuer.fault.breaks
    alice.must(
        not faulty or any("of" in it.parameters for it in asked),
        "the keys were not fetched from the address in the metadata",
    )


SCENARIO = Scenario(
    spec="OIDC Discovery 1.0, 3 (jwks_uri)",
    expected=SignedIn("alice"),
    fault="jwks_elsewhere",
    steps=_steps,
    needs=("signature",),
    covers=("oidf:oidcc-client-test-discovery-jwks-uri-keys", "oidf:oidcc-client-test-discovery-openid-config"),
)
