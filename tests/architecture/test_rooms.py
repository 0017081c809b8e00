"""The rooms: what may know what, how big a module may get, and how it may be named."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path for room in ("harness", "mock_idps", "scenarios") for path in (ROOT / room).rglob("*.py"))
LARGEST = 400
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_module_is_small(path: Path) -> None:
    """A module that outgrows the limit holds a second noun."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LARGEST


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_module_has_a_noun(path: Path) -> None:
    """A module without a noun of its own has no purpose of its own."""
    assert path.stem not in EMPTY_NAMES


@pytest.mark.parametrize("path", sorted((ROOT / "scenarios").rglob("*.py")), ids=_name)
def test_scenario_knows_only_the_person(path: Path) -> None:
    """A scenario reaches issuers and apps only through the person and the expected outcome."""
    allowed = {
        "harness",
        "harness.scenario",
        "harness.actor",
        "harness.outcome",
        "harness.interception",
        "harness.steps",
    }

    ours = {name for name in _imports(path) if name.partition(".")[0] in {"harness", "mock_idps", "scenarios", "tests"}}

    assert ours <= allowed


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=_name)
def test_room_says_what_it_owns(path: Path) -> None:
    """A room's first line tells a newcomer what it is for."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def _tests() -> list[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    return [
        (path, node)
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    ]


def test_every_test_says_its_behaviour() -> None:
    """A test opens with the sentence that it guarantees."""
    silent = [f"{_name(path)}: {node.name}" for path, node in _tests() if not ast.get_docstring(node)]

    assert silent == []


WAITERS = sorted((ROOT / "scenarios").rglob("*.py")) + sorted((ROOT / "tests").rglob("test_*.py"))


def _sleeps(path: Path) -> list[str]:
    """Calls of any `sleep` or `wait_for_timeout` that takes time; `sleep(0)` only lets others run."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    named = [(call, call.func.attr) for call in calls if isinstance(call.func, ast.Attribute)]
    slow = [call for call, name in named if name in {"sleep", "wait_for_timeout"}]
    return [ast.unparse(call) for call in slow if [ast.unparse(argument) for argument in call.args] != ["0"]]


@pytest.mark.parametrize("path", WAITERS, ids=_name)
def test_nothing_waits_for_time(path: Path) -> None:
    """A scenario and a test wait for something, never for some time."""
    assert _sleeps(path) == []
