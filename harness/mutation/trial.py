"""Trying one mutant: the scenarios that claim it, and bystanders that must stay green, judged in two ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from harness import catalogue
from harness.judge import Verdict, judge
from harness.mutation import folder
from harness.own_app import black_box, fitting
from harness.own_app.mistakes import DoesNotApply
from harness.scenario import Scenario

if TYPE_CHECKING:
    from harness.mutation.folder import Named
    from harness.mutation.target import MutableReference
    from harness.outcome import Expected
    from harness.rehearsal import Rehearsal

Beside = Literal["none", "bystanders", "whole"]
"""What is rehearsed beside a mutant's own scenarios."""

PLAIN = "login/happy"
"""A mutant that even this scenario claims breaks every login: what others say of it would prove nothing."""

BYSTANDERS = (
    PLAIN,
    "login/not_assigned",
    "callback/replayed",
    "callback/replayed_elsewhere",
    "id_token/wrong_audience",
)
"""Scenarios of every kind of end, few enough to be afforded by every mutant; those that a mutant does not name must stay green under it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One observation judged twice: by check codes (glass box), and by what any app shows (black box)."""

    glass: Verdict
    black: Verdict

    @property
    def passed(self) -> bool:
        """Whether both are content."""
        return self.glass.passed and self.black.passed

    def joined(self, after: Pair) -> Pair:
        """This one where it is red, else what came `after`."""
        return Pair(after.glass if self.glass.passed else self.glass, after.black if self.black.passed else self.black)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one mutant; every mapping goes from a scenario's id to why it is red, "" for green."""

    id: str
    wrong: str
    cell: str
    equivalent: str = ""
    glass: dict[str, str] = field(default_factory=dict)
    black: dict[str, str] = field(default_factory=dict)
    unexpected: dict[str, str] = field(default_factory=dict)
    bystanders: int = 0
    trouble: str = ""

    @property
    def killed_by_glass(self) -> bool:
        """Whether every scenario that claims it is red where check codes are seen."""
        return bool(self.glass) and all(self.glass.values())

    @property
    def killed_by_black(self) -> bool:
        """The same without check codes."""
        return bool(self.black) and all(self.black.values())

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do: killed in both ways or shown equivalent, and nobody else is red."""
        dead = self.killed_by_glass and self.killed_by_black
        return not self.trouble and not self.unexpected and (dead or bool(self.equivalent))


def of(target: MutableReference, rehearsal: Rehearsal, mutant_id: str, beside: Beside) -> Result:
    """What came of the mutant with this id."""
    named = folder.load(mutant_id)
    try:
        with target.being(named.mutant, rehearsal.world):
            return tried(rehearsal, named, beside)
    except Exception as error:  # noqa: BLE001 - one mutant that breaks the harness must not hide the others
        cell = f"{named.mutant.idp}-{named.mutant.region}"
        return Result(named.id, named.wrong, cell, trouble=f"{type(error).__name__}: {error}".partition("\n")[0])


def lost(mutant_id: str) -> Result:
    """What is known of a mutant whose worker was killed."""
    return Result(mutant_id, "", "", trouble="a worker process ended before its time")


def tried(rehearsal: Rehearsal, named: Named, beside: Beside) -> Result:
    """Rehearse the scenarios that claim the mutant in force, and those `beside`."""
    mutant = named.mutant
    result = Result(named.id, named.wrong, f"{mutant.idp}-{mutant.region}", mutant.equivalent)
    known, twins = catalogue.scenarios(), dict[tuple[object, ...], Pair]()
    for case in (*mutant.killed_by, *_others(named, beside)):
        scenario, _ = known[case]
        try:
            pair = rehearsed(rehearsal, scenario, (mutant.idp, mutant.region), twins)
        except DoesNotApply:
            continue
        if case in mutant.killed_by:
            result.glass[case], result.black[case] = pair.glass.reason, pair.black.reason
        elif not pair.passed:
            result.unexpected[case] = pair.glass.reason or pair.black.reason
    return result


def _others(named: Named, beside: Beside) -> list[str]:
    """The scenarios beside its own that apply where the mutant is tried; none where no login works at all."""
    mutant = named.mutant
    if beside == "none" or PLAIN in mutant.killed_by:
        return []
    return [
        case
        for case, (scenario, _) in catalogue.scenarios().items()
        if (beside == "whole" or case in BYSTANDERS)
        and case not in (*mutant.killed_by, *mutant.also_red)
        and applies(scenario, mutant.idp, mutant.region)
    ]


def applies(scenario: Scenario, idp: str, region: str) -> bool:
    """Whether a scenario makes sense at an IdP and in a region; a fault needs an issuer that has hooks for it."""
    hooked = not (scenario.fault and idp == "generic" and scenario.idps is None)
    return hooked and idp in (scenario.idps or (idp,)) and region in (scenario.regions or (region,))


def rehearsed(
    rehearsal: Rehearsal, scenario: Scenario, cell: tuple[str, str], twins: dict[tuple[object, ...], Pair]
) -> Pair:
    """One scenario at an IdP and in a region, after its healthy twin where it has a fault; `twins` keeps what was seen.

    Raises:
        DoesNotApply: The target cannot be tried with it; the message says why.
    """
    if reason := fitting.why_not(rehearsal.world.target, scenario, ""):
        raise DoesNotApply(reason)
    idp, region = cell

    def pair(expected: Expected, fault: str | None) -> Pair:
        seen = rehearsal.observe(scenario, idp, region, fault)
        return Pair(judge(expected, seen), black_box.judge(expected, seen))

    if scenario.fault is None:
        found = twins[scenario.steps, scenario.expected] = pair(scenario.expected, None)
        return found
    key = (scenario.steps, scenario.healthy)
    if key not in twins:
        twins[key] = pair(scenario.healthy, None)
    return twins[key].joined(pair(scenario.expected, scenario.fault))
