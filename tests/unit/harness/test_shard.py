"""harness/shard.py: parts of a run for machines that share it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.cli import main
from harness.shard import kept

_CELL = re.compile(r"^\S+::\S+$", re.MULTILINE)


@given(st.integers(0, 40), st.integers(1, 12))
def test_every_cell_is_in_one_shard(cells: int, shards: int) -> None:
    """Together the shards are the whole, no cell is run twice, and none has two cells more than another."""
    found = [kept(range(cells), f"{number}/{shards}") for number in range(1, shards + 1)]

    assert sorted(cell for shard in found for cell in shard) == list(range(cells))
    assert max(map(len, found)) - min(map(len, found)) <= 1


@pytest.mark.parametrize("shard", ["0/3", "4/3", "1/0", "x", "3", "/3", "3/", "-1/3", "1/2/3", "²/3", ""])
def test_no_shard_is_one_line(shard: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A shard that there is not: one line with the way out, exit code 2; an empty word is no "all of them"."""
    code = main(["run", "login/happy", f"--shard={shard}"])

    said = capsys.readouterr().err
    assert code == 2
    assert f'--shard "{shard}" is no part; write one such as "3/8"' in said
    assert len(said.splitlines()) == 1


def test_shards_of_a_run_are_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    """What three machines collect is what one would."""

    def collected(*options: str) -> list[str]:
        main(["run", "login", "--idp", "okta", "--report", "", "--collect-only", *options])
        return _CELL.findall(capsys.readouterr().out)

    parts = [collected("--shard", f"{number}/3") for number in (1, 2, 3)]

    assert sorted(cell for part in parts for cell in part) == sorted(collected())
    assert all(parts)


@pytest.mark.parametrize(("shard", "code"), [("2/2", 0), ("1/2", 2)])
def test_empty_shard_is_fine_unless_it_is_the_first(
    shard: str, code: int, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A matrix may have more machines than cells; where the first has none either, nothing applies at all."""
    monkeypatch.chdir(tmp_path)
    chosen = ["login/happy", "--idp", "okta", "--region", "us"]
    nothing = ["-k", "nothing_is_called_so"] if shard == "1/2" else []

    assert main(["run", *chosen, *nothing, "--report", "", "--shard", shard]) == code
    captured = capsys.readouterr()
    assert ("shard 2/2 is empty" in captured.out) == (code == 0)
