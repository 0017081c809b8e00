"""sso-harness repro, without its run: what is said, what is written, what is refused."""

from __future__ import annotations

import io
import json
import socket
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from harness.cli import main
from harness.own_app.mistakes import AppFailed, DoesNotApply
from tests.unit.evidence.conftest import denied, document

DENIED = "https://app.pelanor.io/api/auth/callback/okta-x?error=access_denied&error_description=User%20is%20not%20assigned%20to%20the%20client%20application.&state=1"


def test_the_answer_is_in_plain_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """IdP, hop, what happened, cause, who must act, how sure and what was not seen."""
    assert main(["repro", DENIED, "--no-run", "--to", str(tmp_path)]) == 0

    said = capsys.readouterr().out
    for words in (
        "Okta",
        "region     us",
        "callback at the app",
        "not assigned",
        "their admin",
        "certain",
        "not seen",
        "cust-denied-loop",
    ):
        assert words in said


def test_nothing_is_overwritten_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of that name stays unless --overwrite is there, and then it is said."""
    asked = ["repro", DENIED, "--no-run", "--to", str(tmp_path), "--name", "mine"]
    assert main(asked) == 0
    (tmp_path / "mine.toml").write_text("kept", encoding="utf-8")

    assert main(asked) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert (tmp_path / "mine.toml").read_text("utf-8") == "kept"
    assert main([*asked, "--overwrite"]) == 0
    assert "overwrote" in capsys.readouterr().out


def test_a_second_of_the_same_cause_has_its_own_file(tmp_path: Path) -> None:
    """Without a name each repro gets one that is free."""
    for _ in range(2):
        assert main(["repro", DENIED, "--no-run", "--to", str(tmp_path)]) == 0

    assert len(list(tmp_path.glob("*.toml"))) == 2


def test_standard_input_may_be_a_har(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is piped in is read like a file and leaves none behind."""
    piped = io.BytesIO(json.dumps(document(denied())).encode())
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=piped))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert main(["repro", "-", "--no-run", "--to", str(tmp_path / "out")]) == 0
    assert "okta/person_not_assigned" in capsys.readouterr().out
    assert [it.name for it in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["repro", " "],
        ["repro", "https://www.example.test/"],
        ["repro", DENIED, "--idp", "nobody"],
        ["repro", DENIED, "--region", "mars"],
        ["repro", DENIED, "--name", "../x"],
        ["repro", DENIED, "--login", "7"],
        ["repro", DENIED, "--login", "-1"],
        ["repro", DENIED, "--no-run", "--to", "/proc/nowhere"],
        ["repro", DENIED, "--target", "nobody-of-this-name"],
        ["diagnose", ""],
        ["diagnose", "x", "--idp", "nobody"],
        ["repro-score", "no/such"],
    ],
)
def test_bad_input_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be done is said in one line, with exit code 2."""
    assert main(arguments) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize("mistake", [AppFailed("the app fell over"), DoesNotApply("it cannot be adjusted")])
def test_an_app_that_cannot_be_tried_is_one_line(
    mistake: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is written all the same, and the line says why it was not run."""

    def fails(*_: object, **__: object) -> None:
        raise mistake

    monkeypatch.setattr("harness.repro.rerun.rerun", fails)

    assert main(["repro", DENIED, "--to", str(tmp_path)]) == 2
    assert str(mistake) in capsys.readouterr().err
    assert list(tmp_path.glob("*.toml"))


def test_nothing_leaves_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading evidence opens no connection and asks for no name."""

    def dialled(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", dialled)
    monkeypatch.setattr(socket.socket, "connect", dialled)
    (tmp_path / "login.har").write_text(json.dumps(document(denied())), encoding="utf-8")

    assert main(["repro", str(tmp_path / "login.har"), DENIED, "--no-run", "--to", str(tmp_path)]) == 0


def test_the_input_stays_as_it_was(tmp_path: Path) -> None:
    """A customer's file is read and never touched."""
    path = tmp_path / "login.har"
    path.write_text(json.dumps(document(denied())), encoding="utf-8")
    before = path.read_bytes(), path.stat().st_mtime_ns

    main(["repro", str(path), "--no-run", "--to", str(tmp_path / "out")])

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
