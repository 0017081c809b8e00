"""Mutants as the run sees them: every scenario that claims one must be red, every bystander green."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from harness import catalogue
from harness.alteration.folder import Folder, Named
from harness.alteration.reader import Beside, Reader, Result
from harness.alteration.sight import Pair, Seen
from harness.mutation.mutant import Mutant

PLAIN = "login/happy"
"""A mutant that even this scenario claims breaks every login: what others say of it would prove nothing."""

BYSTANDERS = (
    PLAIN,
    "login/not_assigned",
    "callback/replayed",
    "callback/replayed_elsewhere",
    "id_token/wrong_audience",
)
"""Scenarios of every kind of end, few enough to be afforded by every mutant; those that a mutant does not name must stay green."""


@dataclass(frozen=True)
class Tried(Result):
    """What came of one mutant; every mapping goes from a scenario's id to why it is red, "" for green."""

    equivalent: str = ""
    seen_at: tuple[str, ...] = ()
    glass: Mapping[str, str] = field(default_factory=dict)
    black: Mapping[str, str] = field(default_factory=dict)
    unexpected: Mapping[str, str] = field(default_factory=dict)

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
        """Whether it is killed in both ways or shown equivalent, and nobody else is red."""
        dead = self.killed_by_glass and self.killed_by_black
        return super().settled and not self.unexpected and (dead or bool(self.equivalent))


class Mutants(Reader[Mutant, Tried]):
    """Mutants, and who notices them."""

    folder = Folder(Mutant)
    about = "Wrong relying parties, and who notices them."
    own = "the scenarios that claim a mutant"
    head = ("mutant", "tried at", "scenarios that claim it", "glass box", "black box", "unexpected red")

    def cases(self, alteration: Mutant, beside: Beside) -> Iterable[str]:
        """Its killers, and bystanders where there are logins for them to look at."""
        if beside == "alone" or PLAIN in alteration.killed_by:
            return alteration.killed_by
        others = catalogue.scenarios() if beside == "whole" else BYSTANDERS
        return (*alteration.killed_by, *(case for case in others if case not in alteration.also_red))

    def result(self, named: Named[Mutant], seen: Seen, trouble: str = "") -> Tried:
        """What the killers say, and which bystanders are red."""
        mutant = named.alteration
        pairs = {case: pair for case, pair in seen.items() if isinstance(pair, Pair)}
        own = {case: pair for case, pair in pairs.items() if case in mutant.killed_by}
        reasons = {case: it.glass.reason or it.black.reason for case, it in pairs.items() if case not in own}
        return Tried(
            named.id,
            named.says,
            "-".join(mutant.cell),
            mutant.equivalent,
            mutant.seen_at,
            {case: pair.glass.reason for case, pair in own.items()},
            {case: pair.black.reason for case, pair in own.items()},
            {case: reason for case, reason in reasons.items() if reason},
            trouble=trouble,
        )

    def row(self, result: Tried) -> tuple[str, ...]:
        """One mutant's line."""
        return (
            result.id,
            result.cell,
            ", ".join(result.glass) or "none",
            _fate(result, result.glass, dead=result.killed_by_glass),
            _fate(result, result.black, dead=result.killed_by_black),
            ", ".join(result.unexpected) or ("?" if result.trouble else "none"),
        )

    def news(self, result: Tried) -> str:
        """Whether it is killed in each way."""
        *_, glass, black, unexpected = self.row(result)
        return f"{glass} / {black}; unexpected: {unexpected}"

    def surprises(self, result: Tried) -> Mapping[str, str]:
        """Bystanders that are red."""
        return result.unexpected

    def summary(self, results: Sequence[Tried]) -> str:
        """How many were killed in each way."""
        glass = sum(each.killed_by_glass for each in results)
        black = sum(each.killed_by_black for each in results)
        equal = sum(bool(each.equivalent) for each in results)
        red = sum(len(each.unexpected) for each in results)
        return (
            f"{len(results)} mutants: {glass} killed in the glass box, {black} in the black box, "
            f"{equal} shown equivalent, {red} unexpected red"
        )

    def reasons(self, result: Tried) -> list[str]:
        """Why each scenario is red, and the evidence of an equivalent one."""
        found = [("glass box", result.glass), ("black box", result.black), ("unexpected", result.unexpected)]
        told = [f"- {way}, `{case}`: {reason}" for way, cases in found for case, reason in cases.items() if reason]
        seen = [f"- seen at <{address}>" for address in result.seen_at]
        return ["", *(told or [result.equivalent or result.trouble or "Nobody noticed."]), *seen]


def _fate(result: Tried, reasons: Mapping[str, str], *, dead: bool) -> str:
    if result.trouble:
        return f"not tried: {result.trouble}"
    if result.equivalent:
        return "equivalent"
    green = [case for case, reason in reasons.items() if not reason]
    return "killed" if dead else f"survives {', '.join(green) or 'unclaimed'}"
