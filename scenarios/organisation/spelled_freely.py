"""Capitals and blanks of any kind around the organisation name do not matter.

People type " ACME " as readily as "acme", and paste blanks that are none.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins(organisation=f"\\u00a0 {alice.customer.name.upper()} \\u2003")
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec='The product\'s guide, "Finding Your Organisation Name"',
    expected=SignedIn("alice"),
    steps=_steps,
    needs=("lenient_organisation_name",),
)
