"""The result of one cell: a scenario at one IdP in one region, as a run leaves it behind."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

Result = Literal["passed", "failed", "skipped", "error"]
"""How a cell ended; "error" is trouble of the harness itself."""

RESULTS: tuple[Result, ...] = ("passed", "failed", "skipped", "error")

WORDS: dict[str, str] = {"passed": "as expected", "failed": "red", "skipped": "skipped", "error": "broken"}
"""Each result as a reader sees it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `folder` is relative to the report, "" when nothing was recorded; `seconds` is how long it took.

    `asked` is what a command calls the target. `reason` says why it is red or skipped, `note` what else a reader must know; `file` is the scenario's file.
    """

    case: str
    idp: str
    region: str
    result: Result
    target: str = ""
    expected: str = ""
    observed: str = ""
    check: str = ""
    reason: str = ""
    note: str = ""
    fault: str = ""
    seconds: float = 0.0
    folder: str = ""
    pictures: tuple[str, ...] = ()
    trace: bool = False
    file: str = ""
    seed: str = ""
    asked: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from the others of a run."""
        return self.case, self.idp, self.region

    @property
    def name(self) -> str:
        """The cell in one word."""
        return f"{self.case}@{self.idp}-{self.region}"

    @property
    def again(self) -> str:
        """The command that runs it once more."""
        named = self.asked or self.target
        target = f" --target {shlex.quote(named)}" if named not in {"", "reference"} else ""
        return f"sso-harness run {self.case} --idp {self.idp} --region {self.region}{target}"

    def to_json(self) -> dict[str, Any]:
        """Its JSON object."""
        return asdict(self)


def from_json(value: Mapping[str, Any]) -> Cell:
    """The cell of a JSON object.

    Raises:
        TypeError: A member is missing.
    """
    known = {field.name for field in fields(Cell)}
    given: dict[str, Any] = {
        name: tuple(it) if isinstance(it, list) else it for name, it in value.items() if name in known
    }
    return Cell(**given)


def from_properties(
    properties: Iterable[tuple[str, object]], result: str, *, seconds: float, reason: str, file: str
) -> Cell | None:
    """The cell of a pytest report, from its user properties; None when the report is no scenario's."""
    given = {name: str(value) for name, value in properties}
    if not {"case", "idp", "region"} <= given.keys() or result not in RESULTS:
        return None
    names = ("target", "expected", "observed", "check", "note", "fault", "seed", "asked")
    texts = {name: given.get(name, "") for name in names}
    return Cell(
        case=given["case"],
        idp=given["idp"],
        region=given["region"],
        result=result,
        reason=given.get("reason") or reason,
        seconds=round(seconds, 3),
        folder=given.get("folder", ""),
        pictures=tuple(filter(None, given.get("pictures", "").split("|"))),
        trace=given.get("trace") == "yes",
        file=file,
        **texts,
    )
