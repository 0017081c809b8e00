"""Trying one trap: the scenarios nearest to its difference and the usual ones, or all there are; none may be red."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from harness import catalogue
from harness.mutation.trial import applies, rehearsed
from harness.own_app.mistakes import DoesNotApply
from harness.traps import folder

if TYPE_CHECKING:
    from harness.mutation.trial import Pair
    from harness.rehearsal import Rehearsal
    from harness.traps.target import TrapReference

Beside = Literal["none", "usual", "whole"]
"""What is rehearsed beside the scenarios nearest to a trap."""

USUAL = (
    "login/happy",
    "login/two_tabs",
    "callback/reloaded",
    "callback/replayed_elsewhere",
    "callback/without_state",
    "errors/access_denied",
    "id_token/wrong_nonce",
    "session/signed_out_for_good",
)
"""Scenarios of every kind of end, tried on every trap."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one trap: scenario ids that stayed green, that are red and why, that were skipped and why."""

    id: str
    differs: str
    allowed_by: str
    cell: str
    same: str = ""
    green: list[str] = field(default_factory=list)
    red: dict[str, str] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    trouble: str = ""

    @property
    def left_in_peace(self) -> bool:
        """Whether nothing blamed it, and something was tried."""
        return not self.red and not self.trouble and bool(self.green)


def of(target: TrapReference, rehearsal: Rehearsal, trap_id: str, *, beside: Beside) -> Result:
    """What came of the trap with this id."""
    named = folder.load(trap_id)
    trap = named.trap
    result = Result(named.id, named.differs, trap.allowed_by, f"{trap.idp}-{trap.region}", trap.same)
    try:
        with target.as_a(trap, rehearsal.world):
            _fill(result, rehearsal, named, beside=beside)
    except Exception as error:  # noqa: BLE001 - one trap that breaks the harness must not hide the others
        return Result(
            *(result.id, result.differs, result.allowed_by, result.cell, result.same),
            trouble=f"{type(error).__name__}: {error}".partition("\n")[0],
        )
    return result


def lost(trap_id: str) -> Result:
    """What is known of a trap whose worker was killed."""
    return Result(trap_id, "", "", "", trouble="a worker process ended before its time")


def _fill(result: Result, rehearsal: Rehearsal, named: folder.Named, *, beside: Beside) -> None:
    cell = (named.trap.idp, named.trap.region)
    twins: dict[tuple[object, ...], Pair] = {}
    known = catalogue.scenarios()
    others = {"none": (), "usual": USUAL, "whole": tuple(known)}[beside]
    for case in dict.fromkeys((*named.trap.near, *others)):
        scenario, _ = known[case]
        if not applies(scenario, *cell):
            continue
        try:
            pair = rehearsed(rehearsal, scenario, cell, twins)
        except DoesNotApply as reason:
            result.skipped[case] = str(reason)
            continue
        seen = [pair.black] if "check_codes" in named.trap.lacks else [pair.glass, pair.black]
        if blamed := [verdict.reason for verdict in seen if not verdict.passed]:
            result.red[case] = blamed[0]
        else:
            result.green.append(case)
