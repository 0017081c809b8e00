"""harness/alteration/command.py: what is typed wrong is one line and exit code 2, for mutants and traps alike."""

from __future__ import annotations

import pytest

from harness.alteration import command
from harness.alteration.reader import AnyReader
from harness.mutation.mutants import Mutants
from harness.traps.traps import Traps

BOTH = pytest.mark.parametrize(
    ("reader", "name"), [(Mutants(), "nonce_not_checked"), (Traps(), "ok_leeway")], ids=["mutants", "traps"]
)


@BOTH
def test_unknown_name_is_one_line(reader: AnyReader, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is none is answered with the nearest one; hyphens are as good as underscores."""
    typed = f"{name}x".replace("_", "-")

    code = command.main(reader, [typed])

    word = reader.folder.word
    told = f'{word}s: no {word} "{name}x"; did you mean "{name}"?\n'
    assert (code, capsys.readouterr().err) == (2, told)


@BOTH
def test_missing_browser_is_one_line(
    reader: AnyReader, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no browser is found nothing is tried, and one line says so."""
    monkeypatch.setenv("SSO_HARNESS_BROWSER", "/nowhere/chrome")

    code = command.main(reader, [name])

    said = capsys.readouterr()
    assert code == 2
    assert said.err.startswith(f"{reader.folder.word}s: ")
    assert len(said.err.splitlines()) == 1
