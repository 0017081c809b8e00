"""sso-harness trace and diff, on recordings that are there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.cli import main
from harness.record.recording import FILE, write
from tests.unit.report.conftest import CLAIMS, Login


@pytest.fixture
def kept(login: Login, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the report of two logins, which is where we are."""
    monkeypatch.chdir(tmp_path)
    write(login(), tmp_path / "report" / "login" / "happy" / "okta-us")
    write(login(claims=CLAIMS | {"aud": "x"}), tmp_path / "report" / "login" / "odd" / "okta-us")
    return tmp_path


def test_trace_tells_a_recording_again(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of the report is told on the terminal, drawn, and written as HAR."""
    code = main(["trace", "report/login/happy/okta-us", "--har", "x.har"])

    said = capsys.readouterr().out
    assert code == 0
    assert "Authorization response" in said
    assert json.loads((kept / "x.har").read_text(encoding="utf-8"))["log"]["entries"]
    assert (kept / "report/login/happy/okta-us/timeline.html").exists()


def test_trace_of_half_a_recording_shows_what_is_there(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A half-written recording is one line and what is left of the story, and exit code 2."""
    file = kept / "report/login/happy/okta-us" / FILE
    file.write_bytes(file.read_bytes()[:-300])

    code = main(["trace", str(file.parent)])

    said = capsys.readouterr()
    assert code == 2
    assert len(said.err.strip().splitlines()) == 1
    assert "stops before the end" in said.err
    assert "Authorization request" in said.out


def test_diff_with_half_a_recording_shows_what_is_there(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The comparison is made with what is left, and is no clean one: one line says why, exit code 2."""
    file = kept / "report/login/odd/okta-us" / FILE
    file.write_bytes(file.read_bytes()[:-300])

    code = main(["diff", "login/odd@okta-us", "login/happy@okta-us"])

    said = capsys.readouterr()
    assert code == 2
    assert "damaged" in said.err
    assert 'A  "x"' in said.out


def test_trace_finds_a_recording_by_name(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A cell of the last report is told again by its name."""
    assert main(["trace", "login/happy@okta-us"]) == 0

    assert "Authorization response" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["trace", "login/hapy"], "did you mean login/happy"),
        (["trace", "login/happy", "--idp", "nobody"], 'does not run at --idp "nobody"'),
        (["trace", "report"], "no recording at"),
        (["trace", "report/login/happy/okta-us", "--har", "no/such/folder/x.har"], "cannot be written"),
        (["trace", "login/happy", "--to", "report/login/happy/okta-us/login.jsonl"], "name another with --to"),
        (["trace", "/no/such/place"], '"sso-harness list" shows them all'),
        (["diff", "login/happy@okta-us", "login/hapy@okta-us"], "did you mean login/happy@okta-us"),
        (["diff", "login/happy@okta-us", "nothing/of/the/kind"], 'no recording "nothing/of/the/kind"'),
        (["diff", "login/happy@okta-us", "report"], "no recording at"),
    ],
)
def test_bad_input_is_one_line(
    arguments: list[str], words: str, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be done is said in one line with the way out, and exit code 2."""
    code = main(arguments)

    said = capsys.readouterr().err
    assert code == 2
    assert words in said
    assert len(said.strip().splitlines()) == 1


def test_diff_finds_recordings_by_name(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two cells of the last report are compared by their names."""
    assert main(["diff", "login/odd@okta-us", "login/happy@okta-us", "--to", "d.html"]) == 0

    assert 'A  "x"' in capsys.readouterr().out
    assert (kept / "d.html").exists()


def test_diff_can_tell_by_its_exit_code(kept: Path) -> None:
    """A script asks with --exit-code whether two logins differ."""
    assert main(["diff", "login/odd@okta-us", "login/happy@okta-us", "--exit-code"]) == 1
    assert main(["diff", "login/happy@okta-us", "login/happy@okta-us", "--exit-code"]) == 0
