"""harness/record/recording.py: written whole, read even when damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.record.events import End, Head, Said, Step
from harness.record.recording import FILE, NoRecording, Recording, parse, read, write

HEAD = Head(case="login/happy", idp="okta", region="us", target="reference", at=1.0, hosts=(("a", "app"),))
RECORDING = Recording(
    HEAD, (Step(0.0, 0.1, 0, "alice", "opens"), Said(0.1, "console", "error", "Käse"), End(0.2, "x", passed=True))
)


def text(tmp_path: Path) -> str:
    """A recording as it stands on disk."""
    return write(RECORDING, tmp_path).read_text(encoding="utf-8")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Nothing is lost between writing and reading, tuples and umlauts included."""
    write(RECORDING, tmp_path / "a" / "b")

    assert read(tmp_path / "a" / "b") == RECORDING


def test_no_partial_file_is_left(tmp_path: Path) -> None:
    """A reader sees the whole recording or none."""
    write(RECORDING, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_recording_cut_in_a_line_shows_the_rest(tmp_path: Path) -> None:
    """Half a last line costs that line, and is told of with its number."""
    cut = text(tmp_path)[:-20]

    recording = parse(cut, "login.jsonl")
    assert len(recording.events) == 2
    assert recording.trouble[0].startswith('line 4 of "login.jsonl" is no event')
    assert "stops before the end" in recording.trouble[1]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("\x00\xff", "damaged JSON"),
        ("[]", '"kind" is None'),
        ('{"kind": "dream"}', "\"kind\" is 'dream'"),
        ('{"kind": ["step"]}', "\"kind\" is ['step']"),
        ('{"kind": "step", "at": 1}', '"step" lacks'),
    ],
)
def test_a_bad_line_is_left_out_and_told(line: str, why: str, tmp_path: Path) -> None:
    """Whatever a line holds, the others are shown."""
    recording = parse(text(tmp_path) + line + "\n", "x")

    assert recording.events == RECORDING.events
    assert len(recording.trouble) == 1
    assert why in recording.trouble[0]


def test_without_a_head_it_is_no_recording(tmp_path: Path) -> None:
    """Events without what was rehearsed cannot be told; one line says so."""
    headless = text(tmp_path).partition("\n")[2]

    with pytest.raises(NoRecording, match='no line of kind "head"'):
        parse(headless, "x")


def test_a_missing_recording_is_one_line(tmp_path: Path) -> None:
    """A wrong path is answered with the way out."""
    with pytest.raises(NoRecording, match=r'no recording at ".*login\.jsonl"') as raised:
        read(tmp_path)

    assert "\n" not in str(raised.value)


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    """A recording of a newer harness is not read wrongly."""
    newer = text(tmp_path).replace('"version": 1', '"version": 2')

    with pytest.raises(NoRecording, match="has format 2"):
        parse(newer, "x")


def test_unknown_members_are_ignored(tmp_path: Path) -> None:
    """A newer harness may say more in a line of the same format."""
    more = text(tmp_path).replace('"kind": "step"', '"kind": "step", "mood": "good"')

    assert parse(more, "x") == RECORDING
