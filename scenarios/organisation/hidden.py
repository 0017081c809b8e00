"""A name without single sign-on is answered like a name that nobody has.

An answer that tells them apart lists a company's customers to whoever asks.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins(organisation="nobody-has-this-name")
    unknown = alice.reads_without_references()
    alice.support.changes_connection(status="pending")
    alice.begins()
    known = alice.reads_without_references()
    alice.must(known == unknown, "a known organisation is answered otherwise than an unknown one")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 3.2 (no enumeration); the product's promise",
    expected=Refused("organisation"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable", "hidden_organisations"),
)
