"""The contract of tests/traps/: it holds for every file put there, and a file that breaks it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.alteration.folder import Named
from harness.traps.trap import Trap
from harness.traps.traps import Traps
from mock_idps.core.plugins import BrokenPromise

LARGEST = 60
FOLDER = Traps.folder


@pytest.fixture(params=FOLDER.ids())
def named(request: pytest.FixtureRequest) -> Named[Trap]:
    """A trap by its id."""
    return FOLDER.load(request.param)


def test_says_what_is_otherwise_and_who_allows_it(named: Named[Trap]) -> None:
    """A reader learns what the app does and why it is right to."""
    assert named.says.endswith(".")
    assert named.alteration.allowed_by


def test_is_small(named: Named[Trap]) -> None:
    """A trap is one difference."""
    text = (FOLDER.path / f"{named.id}.py").read_text(encoding="utf-8")

    assert len(text.splitlines()) <= LARGEST


def test_names_the_scenarios_nearest_to_it(named: Named[Trap]) -> None:
    """The usual scenarios alone would not come near the difference."""
    assert named.alteration.near


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("TRAP = 1", "must define TRAP"),
        ('TRAP = Trap(allowed_by="x")', "must change something"),
        ('TRAP = Trap(allowed_by="x", same="y", lacks=("roles",))', "must change something"),
        ('TRAP = Trap(allowed_by="x", replaces={"checks.nonsense": None})', "replaces what does not exist"),
        ('TRAP = Trap(allowed_by="x", lacks=("wings",))', 'lacks "wings"'),
        ('TRAP = Trap(allowed_by="x", takes=("everything",))', 'the liberty "everything"'),
        ('TRAP = Trap(allowed_by="x", same="y", near=("no/such",))', 'the scenario "no/such"'),
        ("1 / 0", "cannot be loaded"),
    ],
)
def test_broken_promise_is_named(tmp_path: Path, body: str, complaint: str) -> None:
    """A file that promises nothing, or what does not exist, is found out before anything is started."""
    (tmp_path / "broken.py").write_text(f'"""Broken."""\nfrom harness.traps.trap import Trap\n{body}\n', "utf-8")

    with pytest.raises(BrokenPromise, match=r"broken\.py") as told:
        FOLDER.load("broken", tmp_path)

    assert complaint in str(told.value)
