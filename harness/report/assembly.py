"""The report of a run as a folder: built beside the old one, put in its place at once, compared with it before.

While a run lasts its cells are written to a hidden folder inside the report's; whoever looks meanwhile sees the old report.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from harness.report import junit, matrix, summary
from harness.report.cells import WORDS, Cell
from harness.report.page import render
from harness.report.summary import Summary
from harness.target import LOGS

_NEXT = ".next-"
_KEPT = (LOGS,)
"""What other rooms write into the report's folder while a run lasts: the logs of an app under test."""


def staging(report: Path, process: int) -> Path:
    """The hidden folder in which the run of a process gathers its cells."""
    return report / f"{_NEXT}{process}"


def assemble(
    report: Path, process: int, cells: Iterable[Cell], pages: Mapping[str, tuple[str, str]], *, now: float
) -> Summary:
    """Write the report of a run and put it in place of the old one.

    `pages` are docstring and specification of each scenario by id; `now` is in seconds since 1970.

    Raises:
        OSError: The folder cannot be written.
    """
    new = staging(report, process)
    new.mkdir(parents=True, exist_ok=True)
    told = Summary(tuple(sorted(cells, key=lambda it: it.key)), now, summary.results(report))
    summary.write(told, new)
    (new / junit.FILE).write_bytes(junit.document(told))
    (new / "index.html").write_text(index(told, pages), encoding="utf-8")
    _put_in_place(report, process)
    return told


def discard(report: Path, process: int) -> None:
    """Forget a run that rehearsed nothing; the old report stays."""
    shutil.rmtree(staging(report, process), ignore_errors=True)
    with contextlib.suppress(OSError):  # a report that was there before stays
        report.rmdir()


def index(told: Summary, pages: Mapping[str, tuple[str, str]]) -> str:
    """The report page."""
    red, green = told.newly_red(), told.newly_green()
    change = {it.key: "newly red" for it in red} | {it.key: "newly green" for it in green}
    data = {
        "cells": [_data(cell, change.get(cell.key, "")) for cell in told.cells],
        "pages": {case: {"page": page, "spec": spec} for case, (page, spec) in pages.items()},
    }
    return render(
        "index.html",
        told=told,
        matrix=matrix.of(told, {case: page for case, (page, _) in pages.items()}),
        count=told.count(),
        words=WORDS,
        change=change,
        changes={"Newly red": matrix.by_case(red), "Newly green": matrix.by_case(green)},
        ended=f"{datetime.fromtimestamp(told.at, UTC):%Y-%m-%d %H:%M} UTC",
        # "</" would end the script element that holds it, and "<!--" open a comment there.
        data=json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
    )


def _data(cell: Cell, change: str) -> dict[str, Any]:
    """What the page's script knows of a cell; what is empty is left out, which halves a page of two thousand cells."""
    told = cell.to_json() | {"again": cell.again, "change": change}
    return {name: value for name, value in told.items() if value and name != "file"}


def _put_in_place(report: Path, process: int) -> None:
    """Swap: the new folder leaves the old one, the old one steps aside, the new one takes its name."""
    aside, ready = (report.with_name(f".{report.name}-{what}-{process}") for what in ("old", "new"))
    staging(report, process).replace(ready)
    report.replace(aside)
    ready.replace(report)
    for kept in _KEPT:
        if (aside / kept).exists() and not (report / kept).exists():
            (aside / kept).replace(report / kept)
    for other in aside.glob(f"{_NEXT}*"):
        # Another run that still gathers its cells keeps them; what a killed run left behind goes.
        if _is_running(other.name.removeprefix(_NEXT)):
            other.replace(report / other.name)
    shutil.rmtree(aside, ignore_errors=True)


def _is_running(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (OSError, ValueError):
        return False
    return True
