"""The table of alterations: for the terminal, and as Markdown and JSON under report/."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from harness.alteration.reader import AnyReader, Result

_WIDEST = 44
"""Characters that a column of the terminal's table may take; longer text stands out."""


def lines(reader: AnyReader, results: Sequence[Result]) -> list[str]:
    """The table for a terminal."""
    rows = [reader.head, *(reader.row(each) for each in results)]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in rows]


def write(reader: AnyReader, results: Sequence[Result], folder: Path) -> Path:
    """Write the table with every reason, such as mutants.md, and mutants.json, into `folder`; the first's path is returned."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{reader.folder.word}s"
    page = [
        f"# {name.capitalize()}\n\n{reader.summary(results)}.\n",
        _row(reader.head),
        _row(["---"] * len(reader.head)),
    ]
    page += [_row(reader.row(each)) for each in results]
    for each in results:
        page += ["", f"## {each.id}", "", each.says, *reader.reasons(each)]
    path = folder / f"{name}.md"
    path.write_text("\n".join(page) + "\n", encoding="utf-8")
    data = [{**asdict(each), "settled": each.settled} for each in results]
    (folder / f"{name}.json").write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    return path


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
