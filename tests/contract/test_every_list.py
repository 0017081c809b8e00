"""The contract of harness/coverage/: it holds for every list put there, and for every scenario that names an entry."""

from __future__ import annotations

import pytest

from harness import catalogue
from harness.coverage.listed import Listed, answered


def _covers() -> dict[str, tuple[str, ...]]:
    return {case: scenario.covers for case, (scenario, _) in catalogue.scenarios().items()}


@pytest.fixture(params=catalogue.lists().items(), ids=lambda item: item[0])
def named(request: pytest.FixtureRequest) -> tuple[str, Listed]:
    """A list by name."""
    found: tuple[str, Listed] = request.param
    return found


def test_every_entry_is_answered_or_says_why_not(named: tuple[str, Listed]) -> None:
    """An entry has scenarios or a reason: never neither, and no reason outlives the scenario that makes it untrue."""
    name, listed = named
    found = answered(name, listed, _covers())

    assert [entry for entry, told in listed.entries.items() if bool(found[entry]) == bool(told.not_covered)] == []


def test_says_where_it_comes_from(named: tuple[str, Listed]) -> None:
    """A reader can look every entry up."""
    _, listed = named

    assert listed.title
    assert listed.source


@pytest.mark.parametrize("case", _covers())
def test_a_scenario_names_only_entries_that_exist(case: str) -> None:
    """A typing error in `covers` would pass for coverage."""
    known = {f"{name}:{entry}" for name, listed in catalogue.lists().items() for entry in listed.entries}

    assert set(_covers()[case]) <= known
