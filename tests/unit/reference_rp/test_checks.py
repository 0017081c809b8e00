"""The set of checks is closed, and every one of them has words for the person who meets it."""

import ast
from pathlib import Path

import pytest

from harness.reference_rp import advice, checks

FOLDER = Path(checks.__file__).parent


def _literals() -> set[str]:
    """Every text in the room's code."""
    trees = [ast.parse(path.read_text("utf-8")) for path in FOLDER.rglob("*.py")]
    return {
        str(call.args[0].value)
        for tree in trees
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "Refusal"
        and isinstance(call.args[0], ast.Constant)
    }


def test_no_refusal_is_outside_the_set() -> None:
    """Whatever is refused is refused under a name of the list."""
    assert _literals() <= set(checks.ORDER)


@pytest.mark.parametrize("check", checks.ORDER)
def test_every_check_has_advice(check: str) -> None:
    """No refusal ends in a 5xx or without a sentence."""
    told = advice.of(check)

    assert 400 <= told.status < 500
    assert told.title
    assert told.person
