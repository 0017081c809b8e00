"""The matrix at the end of a run: scenario × IdP × region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

MARKS = {"passed": "✓", "failed": "✗", "skipped": "s", "error": "E"}
PLAIN = {"passed": "ok", "failed": "X", "skipped": "s", "error": "E"}
"""For terminals that cannot write the marks."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One scenario at one IdP in one region, and how it went: a key of MARKS."""

    case: str
    idp: str
    region: str
    result: str


def cell(properties: Iterable[tuple[str, object]], result: str) -> Cell | None:
    """The cell of a pytest report, or None when the report is no scenario's."""
    found = dict(properties)
    if "case" not in found:
        return None
    return Cell(str(found["case"]), str(found["idp"]), str(found["region"]), result)


def matrix(cells: Iterable[Cell], *, marks: Mapping[str, str] = MARKS) -> Iterator[str]:
    """The lines of the matrix; columns stand in the order in which IdPs and regions first appear, rows by id."""
    cells = list(cells)
    columns = sorted({(it.idp, it.region) for it in cells})
    results = {(it.case, it.idp, it.region): it.result for it in cells}
    cases = sorted({it.case for it in cells})
    width = max(len(case) for case in cases)
    yield f"{'':{width}}  " + "  ".join(f"{idp:>{len(idp)}}" + f" {region}" for idp, region in columns)
    for case in cases:
        row = (_mark(results.get((case, *column)), marks).center(len(" ".join(column))) for column in columns)
        yield f"{case:{width}}  " + "  ".join(row).rstrip()
    yield ""
    whole = len(results) == len(cases) * len(columns)
    yield ", ".join([*_counted(cells, marks), *([] if whole else ["· not rehearsed"])])


def _mark(result: str | None, marks: Mapping[str, str]) -> str:
    return "·" if result is None else marks.get(result, "?")


def _counted(cells: list[Cell], marks: Mapping[str, str]) -> list[str]:
    names = {"passed": "as expected", "failed": "red", "skipped": "skipped", "error": "broken"}
    return [
        f"{marks[result]} {sum(it.result == result for it in cells)} {name}"
        for result, name in names.items()
        if any(it.result == result for it in cells)
    ]
