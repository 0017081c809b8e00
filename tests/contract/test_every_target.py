"""The contract of harness/targets/: it holds for every file put there."""

from __future__ import annotations

import pytest

from harness import catalogue
from harness.target import Target


@pytest.fixture(params=catalogue.targets().items(), ids=lambda item: item[0])
def named(request: pytest.FixtureRequest) -> tuple[str, Target]:
    """A target by name."""
    found: tuple[str, Target] = request.param
    return found


def test_is_called_as_its_file(named: tuple[str, Target]) -> None:
    """The name on the command line is the name of the file."""
    name, target = named

    assert target.name == name


def test_callback_is_a_path(named: tuple[str, Target]) -> None:
    """The harness can tell authorization responses from other requests by their path."""
    _, target = named

    assert target.callback_path.startswith("/")
