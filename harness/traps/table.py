"""The table of traps: for the terminal, and as Markdown and JSON under report/."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from harness.traps.trial import Result

HEAD = ("trap", "tried at", "green", "skipped", "red")


def row(result: Result) -> tuple[str, ...]:
    """One trap's line."""
    red = f"not tried: {result.trouble}" if result.trouble else ", ".join(result.red) or "none"
    return (result.id, result.cell, str(len(result.green)), str(len(result.skipped)), red)


def lines(results: Sequence[Result]) -> list[str]:
    """The table for a terminal."""
    rows = [HEAD, *(row(each) for each in results)]
    widths = [min(44, max(len(cells[column]) for cells in rows)) for column in range(len(HEAD))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in rows]


def summary(results: Sequence[Result]) -> str:
    """The counts in one line."""
    peace = sum(each.left_in_peace for each in results)
    same = sum(bool(each.same) for each in results)
    red = sum(len(each.red) for each in results)
    skipped = sum(len(each.skipped) for each in results)
    return (
        f"{len(results)} traps: {peace} left in peace ({same} of them are what the reference does), "
        f"{red} false alarms, {skipped} skipped with a reason"
    )


def write(results: Sequence[Result], folder: Path) -> Path:
    """Write traps.md and traps.json into `folder`; the path of the first is returned."""
    folder.mkdir(parents=True, exist_ok=True)
    page = [f"# Traps\n\n{summary(results)}.\n", _markdown(HEAD), _markdown(tuple("---" for _ in HEAD))]
    page += [_markdown(row(each)) for each in results]
    for each in results:
        page += ["", f"## {each.id}", "", each.differs, f"Left to the app by: {each.allowed_by}.", *_reasons(each)]
    path = folder / "traps.md"
    path.write_text("\n".join(page) + "\n", encoding="utf-8")
    data = [{**asdict(each), "left_in_peace": each.left_in_peace} for each in results]
    (folder / "traps.json").write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    return path


def _markdown(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _reasons(result: Result) -> list[str]:
    """Why a scenario is red or was skipped."""
    told = [f"- red, `{case}`: {reason}" for case, reason in result.red.items()]
    told += [f"- skipped, `{case}`: {reason}" for case, reason in result.skipped.items()]
    if result.same:
        told.append(f"- nothing is changed: {result.same}")
    return ["", *told] if told else []
