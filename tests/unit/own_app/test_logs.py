"""harness/own_app/logs.py: where apps' own output is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.own_app.logs import Logs
from harness.own_app.mistakes import AppFailed


def test_path_is_as_short_as_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below the folder a person works in the path begins there; elsewhere it is whole."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    assert Logs(tmp_path / "here" / "report").file("a.log") == Path("report/a.log")
    assert Logs(tmp_path / "there").file("a.log") == tmp_path / "there" / "a.log"


def test_folder_is_made_when_the_first_log_is(tmp_path: Path) -> None:
    """Whoever starts no app leaves no folder."""
    logs = Logs(tmp_path / "report" / "app-logs")
    assert not (tmp_path / "report").exists()

    logs.file("a.log")

    assert (tmp_path / "report" / "app-logs").is_dir()


@pytest.mark.parametrize("named", [True, False])
def test_temporary_folder_stays_only_for_somebody_who_was_sent_there(*, named: bool) -> None:
    """Without a report nothing stays, unless a line names the log."""
    logs = Logs(None)
    folder = logs.file("a.log").parent
    logs.named = named

    logs.close()

    assert folder.exists() == named
    if named:
        folder.rmdir()


def test_report_keeps_its_logs(tmp_path: Path) -> None:
    """Beside a report they stay, also those that no line names."""
    logs = Logs(tmp_path / "app-logs")
    logs.file("a.log")

    logs.close()

    assert (tmp_path / "app-logs").is_dir()


def test_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    """A file in the way: the line names the folder, the system's words and the option."""
    (tmp_path / "report").write_text("")

    with pytest.raises(AppFailed, match=r'"[^"]+/report/app-logs" \(Not a directory\); name another.*--report$'):
        Logs(tmp_path / "report" / "app-logs").file("a.log")
