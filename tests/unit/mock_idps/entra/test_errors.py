"""The error books: no gap, a source on every row."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import mock_idps.core
import mock_idps.entra
from mock_idps.core.refusal import WireError
from mock_idps.entra import answers

FOLDERS = [Path(next(iter(room.__path__))) for room in (mock_idps.core, mock_idps.entra)]
ELSEWHERE = {
    "bearer_missing",
    "bearer_unknown",
    "bearer_revoked",
    "bearer_expired",
    "bearer_audience",
    # raised by checks of the core that Entra does not order
    "two_credentials",
    "auth_method_mismatch",
    "scope_without_openid",
    "state_missing",
    "pkce_missing",
    "pkce_unasked",
}
"""Situations that Graph words, or that Entra never meets."""


def _raised() -> set[str]:
    found = set()
    for folder in FOLDERS:
        for file in folder.glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal"
                if named and isinstance(node.args[0], ast.Constant):
                    found.add(str(node.args[0].value))
    return found


@pytest.mark.parametrize("situation", sorted(_raised() - ELSEWHERE))
def test_every_situation_has_a_wording(situation: str) -> None:
    """A refusal without a row would end as a crash."""
    assert situation in answers.ALL


@pytest.mark.parametrize(("situation", "wire"), sorted(answers.ALL_OLDER.items()))
def test_every_row_names_its_source(situation: str, wire: WireError) -> None:
    """No wording without the page it was read from."""
    assert wire.source, situation
