"""docs/findings.md names what there is: apps, their versions, and scenarios."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harness import catalogue
from tests.apps import findings

FOLDER = Path(findings.__file__).parent
APPS = sorted(file.parent.name for file in FOLDER.glob("*/sso-harness.toml"))
SECTIONS = findings.sections(findings.PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("app", APPS)
def test_every_app_has_its_section(app: str) -> None:
    """An app that is rehearsed is written up, even where nothing was found."""
    assert app in SECTIONS


@pytest.mark.parametrize("app", APPS)
def test_the_scenarios_exist(app: str) -> None:
    """Each finding names scenarios by their ids, each once."""
    cases = SECTIONS[app].cases

    assert sorted(set(cases)) == sorted(cases)
    assert set(cases) <= catalogue.scenarios().keys()


@pytest.mark.parametrize("app", APPS)
def test_the_versions_are_those_that_are_installed(app: str) -> None:
    """A finding holds for the versions in the heading, and those are the locked ones."""
    lock = next(it for it in (FOLDER / app / "requirements.txt", FOLDER / app / "package-lock.json") if it.exists())
    versions = re.findall(r"\d+\.\d+\.\d+", SECTIONS[app].heading)

    assert versions
    text = lock.read_text(encoding="utf-8")
    assert [it for it in versions if f'"version": "{it}"' not in text and f"=={it} " not in text] == []


def test_a_table_is_read_row_by_row() -> None:
    """Only the first column names scenarios; a section without a folder is no app of ours."""
    page = "# F\n## A (1.0.0)\n`tests/apps/a`\n| `x/y`, `x/z` | `no/this` |\n| --- | --- |\n## B\ntext `x/y`\n"

    assert findings.sections(page) == {"a": findings.Section("A (1.0.0)", "a", ("x/y", "x/z"))}
