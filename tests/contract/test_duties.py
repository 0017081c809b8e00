"""docs/duties.md names what there is: functions that meet a duty, codes that are shown, tests that hold it."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import pytest

from harness import reference_rp
from harness.reference_rp import checks

ROOT = Path(reference_rp.__file__).parents[2]
TESTS = ROOT / "tests" / "unit" / "reference_rp"
COLUMNS = 5  # duty, source, met in, code, test; the table of duties that do not bind is narrower


def _rows() -> dict[str, list[str]]:
    """The cells of each binding duty, by the duty's own words."""
    lines = (ROOT / "docs" / "duties.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return {row[0]: row for row in cells if len(row) == COLUMNS and row[0] != "duty"}


def _named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


ROWS = _rows()
WRITTEN = {
    node.name
    for file in TESTS.glob("test_*.py")
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    if isinstance(node, ast.FunctionDef)
}


@pytest.mark.parametrize("duty", ROWS)
def test_what_meets_a_duty_exists(duty: str) -> None:
    """Each name leads to something in the reference; a duty without one would be met nowhere."""
    names = _named(ROWS[duty][2])

    assert names
    for name in names:
        module, *path = name.split(".")
        found: object = importlib.import_module(f"{reference_rp.__name__}.{module}")
        for part in path:
            found = getattr(found, part)


@pytest.mark.parametrize("duty", ROWS)
def test_what_holds_a_duty_exists(duty: str) -> None:
    """Each duty names tests, and each test is there."""
    names = _named(ROWS[duty][4])

    assert names
    assert set(names) <= WRITTEN


def test_every_check_belongs_to_a_duty() -> None:
    """Nothing is refused without a duty that says why, and no code is named that nobody shows."""
    assert {code for row in ROWS.values() for code in _named(row[3])} == set(checks.ORDER)
