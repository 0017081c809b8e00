"""A name without single sign-on is answered like a name that nobody has.

An answer that tells them apart lists a company's customers to whoever asks.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario

NOBODYS = "nobody-has-this-name"


def _answer(alice: Actor) -> str:
    """What the page says, whatever name it repeats."""
    return alice.reads_without_references().replace(NOBODYS, "this").replace(alice.customer.name, "this")


def _steps(alice: Actor) -> None:
    alice.begins(organisation=NOBODYS)
    unknown = _answer(alice)
    alice.support.changes_connection(status="pending")
    alice.begins()
    known = _answer(alice)
    alice.must(known == unknown, "a known organisation is answered otherwise than an unknown one")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 3.2 (no enumeration); the product's promise",
    expected=Refused("organisation"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable", "hidden_organisations"),
)
