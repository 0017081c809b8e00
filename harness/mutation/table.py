"""The table of mutants: for the terminal, and as Markdown and JSON under report/."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from harness.mutation.trial import Result

HEAD = ("mutant", "tried at", "scenarios that claim it", "glass box", "black box", "unexpected red")


def row(result: Result) -> tuple[str, ...]:
    """One mutant's line."""
    return (
        result.id,
        result.cell,
        ", ".join(result.glass) or "none",
        _fate(result, result.glass, dead=result.killed_by_glass),
        _fate(result, result.black, dead=result.killed_by_black),
        ", ".join(result.unexpected) or ("?" if result.trouble else "none"),
    )


def _fate(result: Result, reasons: dict[str, str], *, dead: bool) -> str:
    if result.trouble:
        return f"not tried: {result.trouble}"
    if result.equivalent:
        return "equivalent"
    green = [case for case, reason in reasons.items() if not reason]
    return "killed" if dead else f"survives {', '.join(green) or 'unclaimed'}"


def lines(results: Sequence[Result]) -> list[str]:
    """The table for a terminal; the scenarios have a line of their own where there are several."""
    rows = [HEAD, *(row(each) for each in results)]
    widths = [min(44, max(len(cells[column]) for cells in rows)) for column in range(len(HEAD))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in rows]


def summary(results: Sequence[Result]) -> str:
    """The counts in one line."""
    glass = sum(each.killed_by_glass for each in results)
    black = sum(each.killed_by_black for each in results)
    equal = sum(bool(each.equivalent) for each in results)
    red = sum(len(each.unexpected) for each in results)
    return (
        f"{len(results)} mutants: {glass} killed in the glass box, {black} in the black box, "
        f"{equal} shown equivalent, {red} unexpected red"
    )


def write(results: Sequence[Result], folder: Path) -> Path:
    """Write mutants.md and mutants.json into `folder`; the path of the first is returned."""
    folder.mkdir(parents=True, exist_ok=True)
    page = [f"# Mutants\n\n{summary(results)}.\n", _markdown(HEAD), _markdown(tuple("---" for _ in HEAD))]
    page += [_markdown(row(each)) for each in results]
    for each in results:
        page += ["", f"## {each.id}", "", each.wrong, *_reasons(each)]
    path = folder / "mutants.md"
    path.write_text("\n".join(page) + "\n", encoding="utf-8")
    data = [{**asdict(each), "settled": each.settled} for each in results]
    (folder / "mutants.json").write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    return path


def _markdown(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _reasons(result: Result) -> list[str]:
    """Why each scenario is red, and the evidence of an equivalent one."""
    found = [("glass box", result.glass), ("black box", result.black), ("unexpected", result.unexpected)]
    told = [f"- {way}, `{case}`: {reason}" for way, cases in found for case, reason in cases.items() if reason]
    return ["", *told] if told else ["", result.equivalent or result.trouble or "Nobody noticed."]
