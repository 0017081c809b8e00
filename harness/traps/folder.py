"""The traps there are, found by looking in tests/traps/; a trap's id is its file's name."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from harness import catalogue
from harness.command import BadInput
from harness.targets.reference import Reference
from harness.traps.trap import Trap
from mock_idps.core.plugins import BrokenPromise

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "traps"


@dataclass(frozen=True, slots=True)
class Named:
    """A trap under its id; `differs` is its file's first sentence."""

    id: str
    differs: str
    trap: Trap


def ids() -> tuple[str, ...]:
    """Every trap's id, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.py") if not path.name.startswith("_")))


def load(trap_id: str, folder: Path = FOLDER) -> Named:
    """The trap of a file.

    Raises:
        BrokenPromise: The file does not define `TRAP`, does not say what differs, replaces or lacks what the reference does
            not have, or names a scenario that does not exist.
    """
    path = folder / f"{trap_id}.py"
    spec = importlib.util.spec_from_file_location(f"traps.{trap_id}", path)
    if spec is None or spec.loader is None:
        raise BrokenPromise(f'"{path}" is no Python file')
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise BrokenPromise(f'"{path}" cannot be loaded: {type(error).__name__}: {error}') from error
    trap = getattr(module, "TRAP", None)
    if not isinstance(trap, Trap):
        raise BrokenPromise(f'"{path}" must define TRAP, a Trap')
    if not module.__doc__:
        raise BrokenPromise(f'"{path}" must open with a docstring that says what is otherwise')
    _kept(path, trap)
    return Named(trap_id, module.__doc__.strip().partition("\n")[0], trap)


def _kept(path: Path, trap: Trap) -> None:
    """What a trap says of itself must make sense."""
    if trap.differs == bool(trap.same):
        raise BrokenPromise(f'"{path}" must change something, or else say in "same" why the reference is this trap')
    try:
        with trap.in_force():
            pass
    except (AttributeError, ImportError) as error:
        raise BrokenPromise(f'"{path}" replaces what does not exist: {error}') from error
    known = catalogue.scenarios()
    liberties = {word for scenario, _ in known.values() for word in scenario.unless}
    for case in trap.near:
        if case not in known:
            raise BrokenPromise(f'"{path}" names the scenario "{case}", which does not exist')
    for word in trap.lacks:
        if word not in Reference.capabilities:
            raise BrokenPromise(f'"{path}" lacks "{word}", which the reference does not have either')
    for word in trap.takes:
        if word not in liberties:
            raise BrokenPromise(f'"{path}" takes the liberty "{word}", which no scenario knows')


def chosen(asked: list[str]) -> tuple[str, ...]:
    """The ids asked for, hyphens read as underscores, and all of them where none was.

    Raises:
        BadInput: There is no such trap.
    """
    known, wanted = ids(), [each.replace("-", "_") for each in asked]
    for each in wanted:
        if each not in known:
            like = get_close_matches(each, known, n=1)
            raise BadInput(f'no trap "{each}"; ' + (f'did you mean "{like[0]}"?' if like else f"see {FOLDER.name}/"))
    return tuple(wanted) or known
