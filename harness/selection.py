"""Which cells a scenario has: pairs of IdP and region at which it is rehearsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from harness import people

if TYPE_CHECKING:
    from harness.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for.

    `idps` and `regions` are those that may be rehearsed, `named` those IdPs that somebody asked for by name; a customer's
    IdP that is there on request only needs that. With `in_turn` a scenario runs at each IdP in one region only: the
    regions take turns from IdP to IdP, and from one scenario to the next, so that each IdP meets each region, and each
    scenario that runs at several IdPs does, too.
    """

    idps: Sequence[str]
    regions: Sequence[str]
    named: Sequence[str] = ()
    in_turn: bool = False

    def cells(self, case: str, scenario: Scenario) -> Iterator[tuple[str, str]]:
        """The cells of the scenario `case`, in the order of IdPs and regions."""
        regions = [it for it in self.regions if it in (scenario.regions or (it,))]
        if not regions:
            return
        for turn, idp in enumerate((it for it in self.idps if self._at(scenario, it)), start=crc32(case.encode())):
            yield from ((idp, it) for it in ([regions[turn % len(regions)]] if self.in_turn else regions))

    def _at(self, scenario: Scenario, idp: str) -> bool:
        if idp in people.ON_REQUEST and idp not in (*self.named, *(scenario.idps or ())):
            return False
        if scenario.fault is not None and idp == "generic" and scenario.idps is None:
            return False  # the control has no fault hooks
        return idp in (scenario.idps or (idp,))
