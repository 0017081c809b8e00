"""Between pytest and the report: options, who records, what an item says of itself, and the assembly at the end."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness.record.events import Picture
from harness.recorded import RecordedRehearsal
from harness.report import assembly, cells, github
from harness.target import LOGS

if TYPE_CHECKING:
    from harness.rehearsal import Rehearsal
    from harness.report.cells import Cell
    from harness.report.summary import Summary
    from harness.target import Target

_PROCESS = "sso_report_process"
"""Under which name workers are told whose report they work for."""


def folder(config: pytest.Config) -> Path | None:
    """Where the report goes; None when none is wanted."""
    asked = config.getoption("--sso-report")
    return config.invocation_params.dir.joinpath(asked).resolve() if asked else None


def _process(config: pytest.Config) -> int:
    """The process whose report this is: pytest's own, or the controller of this worker."""
    workerinput: Mapping[str, Any] = getattr(config, "workerinput", {})
    return int(workerinput.get(_PROCESS, os.getpid()))


class ToWorkers:
    """Tells the workers of pytest-xdist for whom they record."""

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """A worker is about to start."""
        node.workerinput[_PROCESS] = os.getpid()


def rehearsal(config: pytest.Config, target: Target, **options: Any) -> Rehearsal:
    """The rehearsal of a worker: recorded when a report is wanted."""
    from harness.record.camera import Depth
    from harness.rehearsal import Rehearsal

    report = folder(config)
    if report is None:
        return Rehearsal(target, **options)
    return RecordedRehearsal(
        target,
        assembly.staging(report, _process(config)),
        depth=Depth(pictures=config.getoption("--sso-pictures")),
        masked=not config.getoption("--sso-unmasked"),
        logs=report / LOGS,
        **options,
    )


def announce(rehearsal: Rehearsal, case: str, page: str) -> None:
    """Say which case comes next."""
    if isinstance(rehearsal, RecordedRehearsal):
        rehearsal.announce(case, page)


def properties(rehearsal: Rehearsal, case: str, idp: str, region: str) -> Iterator[tuple[str, str]]:
    """What a recorded case says of itself in pytest's report; empty texts are left out."""
    recording = rehearsal.recording if isinstance(rehearsal, RecordedRehearsal) else None
    if recording is None or recording.end is None or not isinstance(rehearsal, RecordedRehearsal):
        return
    head, end = recording.head, recording.end
    said = {
        "target": head.target,
        "asked": head.asked,
        "expected": head.expected,
        "observed": end.observed,
        "check": end.check,
        "fault": head.fault,
        "seed": str(head.seed),
        "reason": "" if end.passed else end.reason,
        "note": rehearsal.note,
        "folder": f"{case}/{idp}-{region}",
        "pictures": "|".join(it.file for it in recording.of(Picture)),
        "trace": "yes" if rehearsal.traced else "",
    }
    yield from ((name, value) for name, value in said.items() if value)


def reason(rehearsal: Rehearsal, otherwise: str) -> str:
    """Why a case is red, without secrets where it was recorded."""
    recording = rehearsal.recording if isinstance(rehearsal, RecordedRehearsal) else None
    return (recording.end.reason if recording and recording.end else "") or otherwise


# -- at the end --------------------------------------------------------------------------------------------------


def finish(terminal: pytest.TerminalReporter) -> None:
    """Assemble the report, say where it is, and tell GitHub when it is there to listen."""
    config = terminal.config
    report = folder(config)
    if report is None:
        return
    found = list(_cells(terminal.stats))
    if not found:
        assembly.discard(report, os.getpid())
        return
    try:
        told = assembly.assemble(report, os.getpid(), found, _pages(config, found), now=time.time())
    except OSError as error:
        terminal.write_line(f'no report: "{report}" cannot be written ({error.strerror}); name another with --report')
        return
    _say(terminal, report, told)


def _say(terminal: pytest.TerminalReporter, report: Path, told: Summary) -> None:
    for what, changed in (("newly red", told.newly_red()), ("newly green", told.newly_green())):
        if changed:
            terminal.write_line(f"{what}: {', '.join(cell.name for cell in changed)}")
    shown = report / "index.html"
    near = shown.is_relative_to(Path.cwd())
    terminal.write_line(f"report: {shown.relative_to(Path.cwd()) if near else shown}")
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for line in github.commands(told):
            terminal.write_line(line)
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(github.step_summary(told))


def _cells(stats: Mapping[str, list[Any]]) -> Iterator[Cell]:
    """Each cell once: trouble after a login (an error at teardown) outweighs how the login ended."""
    found: dict[tuple[str, str, str], Cell] = {}
    for result in ("passed", "skipped", "failed", "error"):
        for report in stats.get(result, ()):
            told = getattr(report, "user_properties", ())
            seconds = getattr(report, "duration", 0.0)
            file = getattr(report, "location", ("",))[0]
            cell = cells.from_properties(told, result, seconds=seconds, reason=_why(report), file=file)
            if cell is not None:
                found[cell.key] = cell
    yield from found.values()


def _why(report: Any) -> str:
    """Why a test was skipped or failed, as pytest knows it."""
    told = getattr(report, "longrepr", None)
    if isinstance(told, tuple):
        return str(told[2]).removeprefix("Skipped: ")
    lines = str(told or "").strip().splitlines()
    return lines[-1].strip() if lines else ""


def _pages(config: pytest.Config, found: Iterable[Cell]) -> dict[str, tuple[str, str]]:
    """Docstring and specification of each case, from its file."""
    from harness import catalogue

    pages = {}
    for cell in found:
        path = config.rootpath / cell.file
        if cell.case not in pages and path.is_file():
            scenario, page = catalogue.load(path)
            pages[cell.case] = (page, scenario.spec)
    return pages
