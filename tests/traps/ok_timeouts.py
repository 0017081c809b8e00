"""The app waits twelve seconds for an issuer before it gives up."""

from dataclasses import replace

from harness.reference_rp.configuration import Configuration, Timeouts
from harness.traps.trap import Trap


def configured(usual: Configuration) -> Configuration:
    """More patient."""
    return replace(usual, timeouts=Timeouts(connect=10, read=12, total=12))


TRAP = Trap(
    allowed_by="the operator's choice, as long as there is a bound",
    configured=configured,
    near=("token_endpoint/silent", "discovery/silent"),
)
