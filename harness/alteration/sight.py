"""What is seen of one alteration: each login once, judged in two ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness import catalogue
from harness.judge import Verdict, judge
from harness.own_app import black_box, fitting
from harness.own_app.mistakes import DoesNotApply
from harness.selection import Selection

if TYPE_CHECKING:
    from harness.outcome import Expected, Observed
    from harness.rehearsal import Rehearsal
    from harness.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Pair:
    """One observation judged twice: by check codes (glass box), and by what any app shows (black box)."""

    glass: Verdict
    black: Verdict

    @property
    def red(self) -> bool:
        """Whether neither is content."""
        return not self.glass.passed and not self.black.passed

    def joined(self, after: Pair) -> Pair:
        """This one where it is red, else what came `after`."""
        return Pair(after.glass if self.glass.passed else self.glass, after.black if self.black.passed else self.black)


Seen = Mapping[str, Pair | str]
"""By scenario id: how its login ended, or why it is not tried."""


class Sight:
    """Rehearses scenarios at one IdP and in one region, each different login once."""

    def __init__(self, rehearsal: Rehearsal, idp: str, region: str) -> None:
        self._rehearsal = rehearsal
        self._idp = idp
        self._region = region
        self._selection = Selection((idp,), (region,), named=(idp,))
        self._observed: dict[tuple[object, str | None], Observed] = {}

    def of(self, cases: Iterable[str]) -> Seen:
        """What is seen in those of these scenarios that make sense at the IdP and in the region."""
        known = catalogue.scenarios()
        named = [(case, known[case][0]) for case in dict.fromkeys(cases)]
        return {case: self._of(scenario) for case, scenario in named if [*self._selection.cells(case, scenario)]}

    def _of(self, scenario: Scenario) -> Pair | str:
        if reason := fitting.why_not(self._rehearsal.world.target, scenario, ""):
            return reason
        try:
            return self._pair(scenario)
        except DoesNotApply as refusal:
            return str(refusal)

    def _pair(self, scenario: Scenario) -> Pair:
        """The verdicts; those on the healthy twin count as well, which is not asked where all is red already."""
        found = self._judged(scenario, scenario.expected, scenario.fault)
        if scenario.fault is None or found.red:
            return found
        return self._judged(scenario, scenario.healthy, None).joined(found)

    def _judged(self, scenario: Scenario, expected: Expected, fault: str | None) -> Pair:
        key = (scenario.steps, fault)
        if key not in self._observed:
            self._observed[key] = self._rehearsal.observe(scenario, self._idp, self._region, fault)
        seen = self._observed[key]
        return Pair(judge(expected, seen), black_box.judge(expected, seen))
