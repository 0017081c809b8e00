"""A run in one file: kept beside the report, so that the next run can say what is newly red and newly green."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from harness.report import cells
from harness.report.cells import Cell

FILE = "summary.json"

_GOOD = "passed"
_BAD = frozenset({"failed", "error"})


@dataclass(frozen=True, slots=True)
class Summary:
    """All cells of a run; `at` is when it ended in seconds since 1970, `before` the results of the run before it."""

    cells: tuple[Cell, ...]
    at: float
    before: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def count(self) -> Counter[str]:
        """How many cells ended how."""
        return Counter(cell.result for cell in self.cells)

    def newly_red(self) -> list[Cell]:
        """Cells that are red and were green."""
        return [it for it in self.cells if it.result in _BAD and self.before.get(it.key) == _GOOD]

    def newly_green(self) -> list[Cell]:
        """Cells that are green and were red."""
        return [it for it in self.cells if it.result == _GOOD and self.before.get(it.key) in _BAD]

    def red(self) -> list[Cell]:
        """Cells that did not end as expected."""
        return [it for it in self.cells if it.result in _BAD]


def write(summary: Summary, folder: Path) -> None:
    """Write the summary into the report's folder."""
    document = {"version": 1, "at": summary.at, "cells": [cell.to_json() for cell in summary.cells]}
    (folder / FILE).write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def cells_of(folder: Path) -> list[Cell]:
    """The cells of the run whose report stands in `folder`; [] when there is none or it cannot be read."""
    try:
        document = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return [cells.from_json(it) for it in document["cells"]]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        # A report that cannot be read is no reason to fail a run: there is simply nothing to compare with.
        return []


def results(folder: Path) -> dict[tuple[str, str, str], str]:
    """The results of that run by cell."""
    return {cell.key: cell.result for cell in cells_of(folder)}
