"""What a run says to GitHub Actions: a step summary in Markdown, and an annotation at the file of each red scenario.

Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator

from harness.report.cells import RESULTS, WORDS, Cell
from harness.report.summary import Summary

MOST_ROWS = 50
"""Red cells shown in the summary; GitHub cuts what is longer than a megabyte, and people read less."""

MOST_ANNOTATIONS = 10
"""GitHub shows ten errors per step."""


def step_summary(summary: Summary) -> str:
    """The Markdown of the step summary."""
    return "\n".join(_lines(summary)) + "\n"


def _lines(summary: Summary) -> Iterator[str]:
    count = summary.count()
    yield "## Logins rehearsed"
    yield ""
    yield ", ".join(f"**{count[result]}** {WORDS[result]}" for result in RESULTS if count[result]) or "nothing ran"
    for title, found in (("Newly red", summary.newly_red()), ("Newly green", summary.newly_green())):
        if found:
            yield ""
            yield f"{title}: " + ", ".join(f"`{cell.name}`" for cell in found[:MOST_ROWS])
    red = summary.red()
    if red:
        yield from ("", "| scenario | IdP | region | expected | observed |", "|---|---|---|---|---|")
        yield from map(_row, red[:MOST_ROWS])
    if len(red) > MOST_ROWS:
        yield from ("", f"{len(red) - MOST_ROWS} more are in the report.")


def _row(cell: Cell) -> str:
    observed = cell.observed or cell.reason.partition("\n")[0]
    return "| " + " | ".join(_plain(it) for it in (cell.case, cell.idp, cell.region, cell.expected, observed)) + " |"


def _plain(text: str) -> str:
    """Text in a Markdown table: no pipe, no line break, no markup."""
    for sign, shown in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        ("|", "\\|"),
        ("\r", " "),
        ("\n", " "),
        ("[", "\\["),
        ("`", "'"),
    ):
        text = text.replace(sign, shown)
    return text


def commands(summary: Summary) -> Iterator[str]:
    """One workflow command per red cell, at the first line of its scenario."""
    red = summary.red()
    for cell in red[:MOST_ANNOTATIONS]:
        title = f"{cell.case} at {cell.idp}, {cell.region}"
        yield f"::error file={_property(cell.file)},line=1,title={_property(title)}::{_data(cell.reason)}"
    if len(red) > MOST_ANNOTATIONS:
        yield f"::notice::{len(red) - MOST_ANNOTATIONS} more red cells are in the report"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
