"""How well repros do: a scenario is recorded as HAR, the HAR becomes a repro, and the repro's verdict is compared."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from harness.evidence import sources, telling
from harness.repro import rerun
from harness.repro.deduce import deduce
from harness.repro.recorded_har import HarRehearsal
from harness.scenario import Scenario

if TYPE_CHECKING:
    from harness.outcome import Observed
    from harness.repro.file import Repro
    from harness.target import Target


@dataclass(frozen=True, slots=True)
class Cell:
    """A scenario that is to be recorded, and where."""

    case: str
    scenario: Scenario
    idp: str
    region: str


@dataclass(frozen=True, slots=True)
class Score:
    """One cell's result.

    `was` and `became` are how the recorded login and its repro ended, in a repro file's words; `idp` whether the HAR told IdP and
    region; `trouble` says why there is no repro, "" else.
    """

    cell: Cell
    was: tuple[str, str]
    became: tuple[str, str]
    idp: bool
    repro: Repro | None = None
    trouble: str = ""

    @property
    def same(self) -> bool:
        """Whether recorded login and repro ended alike, at the same check."""
        return not self.trouble and self.was == self.became


def scores(cells: list[Cell], target: Target, *, seed: int | None = None) -> Iterator[Score]:
    """Record, reproduce and compare each cell.

    Raises:
        NoBrowser: There is none; the message says how to get one.
    """
    with tempfile.TemporaryDirectory() as folder:
        recorder = HarRehearsal(target, Path(folder), seed=seed)
        recorder.start()
        try:
            for cell in cells:
                yield _score(cell, recorder)
        finally:
            recorder.stop()


def _score(cell: Cell, recorder: HarRehearsal) -> Score:
    recorder.rehearse(cell.scenario, cell.idp, cell.region)
    if recorder.observed is None:
        return Score(cell, ("", ""), ("", ""), idp=False, trouble="the scenario left nothing to see")
    was = rerun.seen(recorder.observed)
    evidence = sources.read(str(path) for path in recorder.hars if path.exists())
    if evidence.empty:
        return Score(cell, was, ("", ""), idp=False, trouble="; ".join(evidence.trouble) or "nothing to go by")
    told = telling.tell(evidence)
    found = (told.idp.vendor, told.region) == (cell.idp, cell.region)
    repro = deduce(told)
    again = _again(repro, recorder)
    became = rerun.seen(again) if again else ("", "")
    return Score(cell, was, became, idp=found, repro=repro)


def _again(repro: Repro, recorder: HarRehearsal) -> Observed | None:
    """Run a repro in the same world and browser; what is seen at its end."""
    from dataclasses import replace

    from harness.repro import staging

    looked = replace(repro, end=repro.end or "not signed in")
    recorder.rehearse(staging.scenario(looked), repro.idp, repro.region)
    return recorder.observed
