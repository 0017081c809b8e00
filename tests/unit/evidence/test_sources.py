"""harness/evidence/sources.py: a file or a pasted text."""

from __future__ import annotations

import pytest

from harness.cli import main
from harness.evidence import sources


@pytest.mark.parametrize("name", ["login.har", "./evidence/login.har.gz", "C:\\mail\\log.txt", "claims.JSON"])
def test_file_that_is_not_there_is_no_error_text(name: str) -> None:
    """A mistyped path is told as such and never taken for words that an IdP said."""
    evidence = sources.read([name])

    assert evidence.empty
    assert evidence.trouble == [f'there is no file "{name}"; look at its name and folder']


@pytest.mark.parametrize(
    "text", ["https://app.pelanor.io/log.txt", "could not read login.har", "AADSTS50105", "access_denied"]
)
def test_text_stays_a_text(text: str) -> None:
    """An address, a sentence and a code are evidence by themselves."""
    assert not any("there is no file" in line for line in sources.read([text]).trouble)


def test_mistyped_path_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is guessed, written or run; the exit code is 2."""
    assert main(["repro", "nowhere.har"]) == 2
    said = capsys.readouterr().err.strip()
    assert 'there is no file "nowhere.har"' in said
    assert len(said.splitlines()) == 1
