"""Traps as the run sees them: no scenario may be red."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from harness import catalogue
from harness.alteration.folder import Folder, Named
from harness.alteration.reader import Beside, Reader, Result
from harness.alteration.sight import Pair, Seen
from harness.traps.trap import Trap

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


@dataclass(frozen=True)
class Tried(Result):
    """What came of one trap: scenario ids that stayed green, that are red and why, that were skipped and why."""

    allowed_by: str = ""
    same: str = ""
    green: Sequence[str] = ()
    red: Mapping[str, str] = field(default_factory=dict)
    skipped: Mapping[str, str] = field(default_factory=dict)

    @property
    def settled(self) -> bool:
        """Whether nothing blamed it, and something was tried."""
        return super().settled and not self.red and bool(self.green)


class Traps(Reader[Trap, Tried]):
    """Traps, and who blames them."""

    folder = Folder(Trap)
    about = "Right relying parties that do things otherwise."
    own = "the scenarios nearest to a trap"
    head = ("trap", "tried at", "green", "skipped", "red")

    def cases(self, alteration: Trap, beside: Beside) -> Iterable[str]:
        """The nearest; where something is changed the usual ones or all as well."""
        others = {"alone": (), "usual": USUAL, "whole": tuple(catalogue.scenarios())}[beside]
        return (*alteration.near, *(() if alteration.same else others))

    def result(self, named: Named[Trap], seen: Seen, trouble: str = "") -> Tried:
        """Who blames it; one that shows no check codes is judged from outside only."""
        trap = named.alteration
        coded = "check_codes" in trap.capabilities
        pairs = {case: pair for case, pair in seen.items() if isinstance(pair, Pair)}
        blamed = {case: (coded and it.glass.reason) or it.black.reason for case, it in pairs.items()}
        return Tried(
            named.id,
            named.says,
            "-".join(trap.cell),
            trap.allowed_by,
            trap.same,
            [case for case, reason in blamed.items() if not reason],
            {case: reason for case, reason in blamed.items() if reason},
            {case: reason for case, reason in seen.items() if isinstance(reason, str)},
            trouble=trouble,
        )

    def row(self, result: Tried) -> tuple[str, ...]:
        """One trap's line."""
        red = f"not tried: {result.trouble}" if result.trouble else ", ".join(result.red) or "none"
        return (result.id, result.cell, str(len(result.green)), str(len(result.skipped)), red)

    def news(self, result: Tried) -> str:
        """How many scenarios are green, skipped, red."""
        *_, green, skipped, red = self.row(result)
        return f"{green} green, {skipped} skipped; red: {red}"

    def surprises(self, result: Tried) -> Mapping[str, str]:
        """Whoever blames it."""
        return result.red

    def summary(self, results: Sequence[Tried]) -> str:
        """How many were left in peace."""
        peace = sum(each.settled for each in results)
        same = sum(bool(each.same) for each in results)
        red = sum(len(each.red) for each in results)
        skipped = sum(len(each.skipped) for each in results)
        return (
            f"{len(results)} traps: {peace} left in peace ({same} of them are what the reference does), "
            f"{red} false alarms, {skipped} skipped with a reason"
        )

    def reasons(self, result: Tried) -> list[str]:
        """Who allows it, and why a scenario is red or was skipped."""
        told = [f"- red, `{case}`: {reason}" for case, reason in result.red.items()]
        told += [f"- skipped, `{case}`: {reason}" for case, reason in result.skipped.items()]
        if result.same:
            told.append(f"- nothing is changed: {result.same}")
        return [f"Left to the app by: {result.allowed_by}.", *(["", *told] if told else [])]
