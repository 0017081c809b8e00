"""docs/own-app.md says all there is, and its examples are those that are tested."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harness.own_app.abilities import ABILITIES
from harness.own_app.placeholders import FOR_A_PERSON, MEANINGS
from harness.own_app.reading import read

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "own-app.md").read_text(encoding="utf-8")


def _example(language: str) -> str:
    return PAGE.partition(f"```{language}\n")[2].partition("```\n")[0]


@pytest.mark.parametrize("word", [*MEANINGS, *FOR_A_PERSON])
def test_every_placeholder_is_listed(word: str) -> None:
    """Whoever looks for a placeholder finds it on the page."""
    assert f"`{{{word}}}`" in PAGE


@pytest.mark.parametrize("word", ABILITIES)
def test_every_capability_is_listed(word: str) -> None:
    """Whoever looks for a capability finds it on the page, with its meaning."""
    assert f"| `{word}` | {ABILITIES[word]} |" in PAGE


def test_every_key_is_listed() -> None:
    """What the reader of the file asks for stands in the page's table."""
    room = ROOT / "harness" / "own_app"
    code = "".join((room / file).read_text() for file in ("reading.py", "connection_reading.py"))
    asked = set(re.findall(r"(?:text|texts|strings|choice|seconds|path|rows|below)\(\s*\"(\w+)\"", code))

    assert asked
    assert {key for key in asked if f"{key}`" not in PAGE and f"`{key}." not in PAGE} == set()


def test_example_of_a_description_is_right(tmp_path: Path) -> None:
    """The file on the page can be read."""
    file = tmp_path / "sso-harness.toml"
    file.write_text(_example("toml"), encoding="utf-8")

    assert read(file).name == "shop"


def test_example_of_a_suite_is_the_one_that_runs() -> None:
    """The suite on the page is the one in tests/apps/own_suite."""
    tested = (ROOT / "tests" / "apps" / "own_suite" / "test_login.py").read_text(encoding="utf-8")

    assert _example("python") == tested
