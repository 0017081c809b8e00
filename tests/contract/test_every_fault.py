"""The contract of mock_idps/faults/: it holds for every file put there."""

from __future__ import annotations

import pytest

from harness import catalogue
from mock_idps.core.fault import HOOKS, Fault


@pytest.fixture(params=catalogue.faults().items(), ids=lambda item: item[0])
def named(request: pytest.FixtureRequest) -> tuple[str, Fault]:
    """A fault by name."""
    found: tuple[str, Fault] = request.param
    return found


def test_tells_exactly_one_lie(named: tuple[str, Fault]) -> None:
    """A fault overrides one hook, so a red scenario has one cause."""
    _, fault = named

    assert sum(hook in vars(type(fault)) for hook in HOOKS) == 1


def test_says_which_rule_it_breaks(named: tuple[str, Fault]) -> None:
    """A reader learns from the fault itself what is wrong with the wire."""
    _, fault = named

    assert fault.breaks


def test_is_used(named: tuple[str, Fault]) -> None:
    """No fault without a scenario that proves the app notices it."""
    name, _ = named

    assert name in {scenario.fault for scenario, _ in catalogue.scenarios().values()}
