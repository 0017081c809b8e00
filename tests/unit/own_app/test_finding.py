"""harness/own_app/finding.py, asked from the command line: whatever is wrong with a description ends it with exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.cli import main

MISTAKEN = (
    '[app]\norigins = { us = "https://shop.example" }\nlistens = "http://127.0.0.1:70000"\ncallback = "/callback"\n'
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, 'nowhere.toml" cannot be read (No such file or directory); "sso-harness init" writes one'),
        ("name = [", 'nowhere.toml" is no TOML: '),
        (MISTAKEN, 'nowhere.toml: "app.listens" is "http://127.0.0.1:70000"; write an address of this machine'),
    ],
)
@pytest.mark.parametrize("words", [["run", "login/happy"], ["serve"], ["trace", "login/happy"]])
def test_wrong_description_is_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], text: str | None, says: str
) -> None:
    """One line for each mistake, no traceback, and nothing is started."""
    file = tmp_path / "nowhere.toml"
    if text is not None:
        file.write_text(text)

    code = main([*words, "--target", str(file)])

    said = capsys.readouterr().err.strip().splitlines()
    assert code == 2
    assert any(says in line for line in said), said
    assert not any("Traceback" in line for line in said)


def test_folder_without_a_description_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line says what a target may be."""
    code = main(["run", "login/happy", "--target", str(tmp_path)])

    assert code == 2
    assert capsys.readouterr().err.strip().endswith("or name a file sso-harness.toml")
