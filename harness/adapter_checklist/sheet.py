"""The filled-in checklist: its rows, its forms, and what changed since the last sign-off."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from harness.command import BadInput
from harness.report.page import render

Result = Literal["green", "red", "skipped"]

SIGNS = {"green": "✓", "red": "✗", "skipped": "–"}


@dataclass(frozen=True, slots=True)
class Row:
    """One rule and how the adapter keeps it; `reason` says why it is red or skipped, `before` the last sign-off's result."""

    group: str
    rule: str
    sentence: str
    source: str
    result: str
    reason: str = ""
    before: str = ""

    @property
    def change(self) -> str:
        """What is new about it since the sign-off."""
        if not self.before:
            return ""
        if self.before == self.result:
            return ""
        return f"newly {self.result}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A checklist of one adapter; `gone` are rules of the sign-off that were not tried this time."""

    adapter: str
    label: str
    rows: tuple[Row, ...]
    compared: bool = False
    gone: tuple[str, ...] = ()

    @property
    def red(self) -> tuple[Row, ...]:
        """The rules that are not kept."""
        return tuple(row for row in self.rows if row.result == "red")

    def count(self) -> Counter[str]:
        """How many rules ended how."""
        return Counter(row.result for row in self.rows)

    def groups(self) -> dict[str, list[Row]]:
        """The rows by group, in the order of first sight."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.group, []).append(row)
        return found

    def ending(self) -> str:
        """The last line: how many rules ended how."""
        counted = self.count()
        told = f"{counted['green']} kept, {counted['red']} not kept, {counted['skipped']} not tried"
        changes = [row for row in self.rows if row.change]
        if not self.compared:
            return f"{told}; no sign-off to compare with"
        return f"{told}; since the sign-off: {len(changes)} changed, {len(self.gone)} gone"


def compared(rows: Iterable[Row], adapter: str, label: str, before: Mapping[str, str] | None) -> Sheet:
    """The sheet, with the last sign-off beside each row."""
    known = before or {}
    told = tuple(
        Row(row.group, row.rule, row.sentence, row.source, row.result, row.reason, known.get(row.rule, ""))
        for row in rows
    )
    gone = tuple(sorted(set(known) - {row.rule for row in told}))
    return Sheet(adapter, label, told, compared=before is not None, gone=gone)


def markdown(sheet: Sheet) -> str:
    """The sheet as Markdown."""
    lines = [f"# Checklist of the adapter for {sheet.label}", "", f"{sheet.ending()}.", ""]
    for group, rows in sheet.groups().items():
        lines += [f"## {group}", "", "| | rule | says | source | remark |", "|---|---|---|---|---|"]
        for row in rows:
            remark = "; ".join(filter(None, (row.change, row.reason)))
            cells = (SIGNS[row.result], f"`{row.rule}`", row.sentence, row.source, remark)
            lines.append("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |")
        lines.append("")
    if sheet.gone:
        lines += ["Not tried this time, but signed off: " + ", ".join(f"`{rule}`" for rule in sheet.gone) + ".", ""]
    return "\n".join(lines)


def html(sheet: Sheet) -> str:
    """The sheet as one self-contained page."""
    return render("checklist.html", sheet=sheet, signs=SIGNS)


def save(sheet: Sheet, path: Path) -> None:
    """Write the sheet as a sign-off.

    Raises:
        BadInput: It cannot be written.
    """
    document = {"version": 1, "adapter": sheet.adapter, "rules": {row.rule: row.result for row in sheet.rows}}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise BadInput(
            f'the sign-off "{path}" cannot be written ({error.strerror}); name another with --sign-off'
        ) from None


def load(path: Path, adapter: str) -> dict[str, str] | None:
    """The results of a sign-off by rule; None where there is none yet.

    Raises:
        BadInput: The file is no sign-off of this adapter.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        rules = told["rules"]
        if told["adapter"] != adapter or not all(isinstance(it, str) for it in rules.values()):
            raise BadInput(f'"{path}" is the sign-off of "{told["adapter"]}"; name that of "{adapter}"')
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        raise BadInput(f'"{path}" is no sign-off; write a new one with --sign-off, or remove it') from None
    return dict(rules)


def as_json(sheet: Sheet) -> str:
    """The sheet for programs."""
    told = {"adapter": sheet.adapter, "rows": [asdict(row) for row in sheet.rows], "gone": sheet.gone}
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"
