"""The app's own clock is four seconds slow."""

from typing import Any

from harness.reference_rp.relying_party import RelyingParty
from harness.traps.trap import Trap


def party(configuration: Any, clock: Any, http: Any) -> RelyingParty:
    """The relying party by its own watch."""
    return RelyingParty(configuration, lambda: clock() - 4, http)


TRAP = Trap(
    allowed_by="clocks differ",
    replaces={"app.RelyingParty": party},
    near=("id_token/clock_ahead", "id_token/clock_behind", "id_token/expired", "id_token/not_yet_valid"),
)
