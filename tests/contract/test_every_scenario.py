"""The contract of scenarios/: it holds for every file put there."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness import catalogue
from harness.outcome import Refused
from harness.reference_rp import checks


@pytest.fixture(params=catalogue.files(), ids=catalogue.case_id)
def path(request: pytest.FixtureRequest) -> Path:
    """A scenario file."""
    found: Path = request.param
    return found


def test_keeps_its_promise(path: Path) -> None:
    """The file defines SCENARIO, opens with its page, and names only faults and IdPs that exist."""
    scenario, page = catalogue.load(path)

    assert scenario.spec
    assert page


def test_page_says_the_rule_and_what_goes_wrong_without_it(path: Path) -> None:
    """The page is a sentence that states the rule, and a paragraph on what its absence costs."""
    _, page = catalogue.load(path)
    rule, _, consequence = page.partition("\n\n")

    assert rule.endswith(".")
    assert consequence.strip()


def test_expects_a_check_that_exists(path: Path) -> None:
    """A refusal names a check of the closed set, so that a typing error cannot pass for a rule."""
    scenario, _ = catalogue.load(path)

    if isinstance(scenario.expected, Refused):
        assert scenario.expected.check in checks.ORDER
