"""The report page's matrix: rows by topic and scenario, columns by IdP and region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harness.report.cells import Cell
from harness.report.summary import Summary


@dataclass(frozen=True, slots=True)
class Row:
    """One scenario: its first sentence, and its cell in each column (None where it was not rehearsed)."""

    case: str
    rule: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """The scenarios of one folder."""

    name: str
    rows: tuple[Row, ...]

    @property
    def count(self) -> Counter[str]:
        """How many cells ended how."""
        return Counter(cell.result for row in self.rows for cell in row.cells if cell)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns are (IdP, region), in order."""

    columns: tuple[tuple[str, str], ...]
    topics: tuple[Topic, ...]


def of(summary: Summary, pages: Mapping[str, str]) -> Matrix:
    """The matrix of a run; `pages` are the scenarios' docstrings by id."""
    columns = tuple(sorted({(cell.idp, cell.region) for cell in summary.cells}))
    placed = {cell.key: cell for cell in summary.cells}
    topics: dict[str, list[Row]] = {}
    for case in sorted({cell.case for cell in summary.cells}):
        row = Row(case, pages.get(case, "").partition("\n")[0], tuple(placed.get((case, *it)) for it in columns))
        topics.setdefault(case.rpartition("/")[0], []).append(row)
    return Matrix(columns, tuple(Topic(name, tuple(rows)) for name, rows in topics.items()))


def by_case(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    """Cells by scenario: a scenario that is red at each IdP is one thing to look at."""
    grouped: dict[str, list[Cell]] = {}
    for cell in cells:
        grouped.setdefault(cell.case, []).append(cell)
    return grouped
