"""harness/record/recording.py: written whole, read even when damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.record import recording
from harness.record.events import End, Head, Said, Step, to_json
from harness.record.recording import FILE, NoRecording, Recording, parse, read, write

HEAD = Head(case="login/happy", idp="okta", region="us", target="reference", at=1.0, hosts=(("a", "app"),))
RECORDING = Recording(
    HEAD, (Step(0.0, 0.1, 0, "alice", "opens"), Said(0.1, "console", "error", "Käse"), End(0.2, "x", passed=True))
)


def text(tmp_path: Path) -> str:
    """A recording as it stands on disk."""
    return write(RECORDING, tmp_path).read_text(encoding="utf-8")


def step(**changes: object) -> str:
    """A step's line with something else in it."""
    return json.dumps(to_json(RECORDING.events[0]) | changes)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Nothing is lost between writing and reading, tuples and umlauts included."""
    write(RECORDING, tmp_path / "a" / "b")

    assert read(tmp_path / "a" / "b") == RECORDING


def test_no_partial_file_is_left(tmp_path: Path) -> None:
    """A reader sees the whole recording or none."""
    write(RECORDING, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_recording_cut_in_a_line_shows_the_rest(tmp_path: Path) -> None:
    """Half a last line costs that line; one line says which, and that the end is missing."""
    cut = text(tmp_path)[:-20]

    found = parse(cut, "login.jsonl")
    assert len(found.events) == 2
    (trouble,) = found.trouble
    assert trouble.startswith('"login.jsonl" is damaged: line 4 is no event')
    assert "stops before the end" in trouble


def test_many_bad_lines_are_one_line(tmp_path: Path) -> None:
    """The first is told with its number, the others by how many they are."""
    found = parse(text(tmp_path) + "x\n" * 500, "x")

    assert found.trouble == (
        '"x" is damaged: line 5 is no event (cut or damaged JSON), and 499 more; what is left of it is shown',
    )


def test_a_line_ends_at_a_line_feed_only() -> None:
    """A page may hold separators that other readers of text take for the end of a line."""
    said = Said(0.1, "console", "log", "one\u2028two\x85three\x0bfour")
    lines = [json.dumps(to_json(it), ensure_ascii=False) for it in (HEAD, said, RECORDING.events[-1])]

    assert parse("\n".join(lines), "x").events == (said, RECORDING.events[-1])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("\x00\xff", "damaged JSON"),
        ("[]", '"kind" is None'),
        ('{"kind": "dream"}', "\"kind\" is 'dream'"),
        ('{"kind": ["step"]}', "\"kind\" is ['step']"),
        ('{"kind": "step", "at": 1}', '"step" lacks'),
        ("[" * 200_000, "damaged JSON"),
        (step(at="soon"), '"at" of "step" is of the wrong type'),
        (step(at=True), '"at" of "step" is of the wrong type'),
        (step(at=float("nan")), '"at" of "step" is of the wrong type'),
        (step(took=1e300), '"took" of "step" is of the wrong type'),
        (step(words=["x"]), '"words" of "step" is of the wrong type'),
        ('{"kind": "head", "hosts": [["a"]]}', '"hosts" of "head" is of the wrong type'),
    ],
)
def test_a_bad_line_is_left_out_and_told(line: str, why: str, tmp_path: Path) -> None:
    """Whatever a line holds, the others are shown."""
    found = parse(text(tmp_path) + line + "\n", "x")

    assert found.events == RECORDING.events
    assert len(found.trouble) == 1
    assert why in found.trouble[0]


def test_without_a_head_it_is_no_recording(tmp_path: Path) -> None:
    """Events without what was rehearsed cannot be told; one line says so."""
    headless = text(tmp_path).partition("\n")[2]

    with pytest.raises(NoRecording, match='no line of kind "head"'):
        parse(headless, "x")


def test_an_empty_file_says_so() -> None:
    """A record that was never written is told from one that is something else."""
    with pytest.raises(NoRecording, match="it is empty"):
        parse("\n", "x")


def test_a_damaged_head_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    """The line that should have been the head is named."""
    with pytest.raises(NoRecording, match=r"line 1: cut or damaged JSON"):
        parse(text(tmp_path)[5:], "x")


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was meant, a file beyond any recording's size is left alone."""
    write(RECORDING, tmp_path)
    monkeypatch.setattr(recording, "MOST_BYTES", 10)

    with pytest.raises(NoRecording, match="more than 10 bytes"):
        read(tmp_path)


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
