"""Repro files: written so that people can read them, read again as what they were, refused in one line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness import catalogue
from harness.diagnosis.diagnose import Finding
from harness.diagnosis.entries import every
from harness.diagnosis.entry import Entry
from harness.evidence.account import Account
from harness.repro import file, verbs
from harness.repro.deduce import deduce
from harness.repro.file import Repro
from mock_idps.core.plugins import BrokenPromise

GOOD = 'story = """x"""\nidp = "okta"\nregion = "us"\nend = "signed in"\n'
VALUES = st.text(max_size=20) | st.booleans() | st.integers(-(2**31), 2**31) | st.lists(st.text(max_size=8), max_size=3)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=st.text(min_size=1, max_size=60).filter(lambda it: it.strip()), told=st.dictionaries(st.text(max_size=10), VALUES, max_size=3))  # fmt: skip
def test_what_is_written_is_read_again(story: str, told: dict[str, object], tmp_path: Path) -> None:
    """Any text and any value comes back, quotes and line breaks included."""
    repro = Repro(story.strip(), "okta", "us", "signed in", stage={"wire": {"userinfo": {"set": told}}} if told else {})
    path = tmp_path / "x.toml"
    file.write(repro, path)
    again = file.read(path)

    assert again.stage == repro.stage
    assert again.story.split() == repro.story.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("story = ", "no readable TOML"),
        (GOOD + "colour = 1", 'unknown "colour"'),
        (GOOD.replace('end = "signed in"\n', ""), 'lacks "end"'),
        (GOOD.replace("okta", "nobody"), '"idp" cannot be "nobody"'),
        (GOOD.replace('"signed in"', '"refused"'), '"check"'),
        (GOOD + 'fault = "none_such"', "none_such"),
        (GOOD + 'steps = ["flies"]', 'unknown step "flies"'),
        (GOOD.replace('"us"', "1"), '"region"'),
        (GOOD + "steps = 3", "steps"),
        (GOOD + "wire = 3", "wire"),
        (GOOD + 'steps = [["a"]]', "steps"),
        (GOOD + "fault = []", "fault"),
    ],
)
def test_a_wrong_file_is_one_line(text: str, words: str, tmp_path: Path) -> None:
    """What cannot be run is refused with what, which and the way out."""
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BrokenPromise) as refused:
        file.read(path)

    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


STAGED = [entry for entry in every() if entry.stage]


@pytest.mark.parametrize("entry", STAGED, ids=[f"{entry.id}-{entry.place}" for entry in STAGED])
def test_every_diagnosis_makes_a_file_that_can_be_read(entry: Entry, tmp_path: Path) -> None:
    """What a diagnosis says of how to bring it about is in the words of a repro file."""
    finding = Finding(entry, "certain", 1.0)
    repro = deduce(Account(findings=[finding]))
    path = tmp_path / "scenarios" / "repro" / "x.toml"
    file.write(replace(repro, end=repro.end or "signed in"), path)

    scenario, page = catalogue.load(path)
    assert scenario.idps == (repro.idp,)
    assert page


def test_every_verb_is_said_in_the_docs() -> None:
    """The page on repro files names each step."""
    page = (file.FOLDER.parents[1] / "docs" / "reproduce.md").read_text("utf-8")

    assert [name for name in verbs.VERBS if f"`{name}" not in page] == []
    assert [name for name in (*file.TABLES, *file.ENDS) if name not in page] == []
