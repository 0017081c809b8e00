"""Capitals and blanks of any kind around the organisation name do not matter.

People type " ACME " as readily as "acme", and paste blanks that are none.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

BLANK = chr(0xA0)
"""A blank that does not break lines, as word processors put it."""


def _steps(alice: Actor) -> None:
    alice.begins(organisation=f"{BLANK} {alice.customer.name.upper()} {BLANK}")
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec='The product\'s guide, "Finding Your Organisation Name"',
    expected=SignedIn("alice"),
    steps=_steps,
    needs=("lenient_organisation_name",),
)
