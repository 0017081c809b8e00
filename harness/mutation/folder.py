"""The mutants there are, found by looking in tests/mutants/; a mutant's id is its file's name."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from harness import catalogue
from harness.command import BadInput
from harness.mutation.mutant import Mutant
from mock_idps.core.plugins import BrokenPromise

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "mutants"


@dataclass(frozen=True, slots=True)
class Named:
    """A mutant under its id; `wrong` is its file's first sentence."""

    id: str
    wrong: str
    mutant: Mutant


def ids() -> tuple[str, ...]:
    """Every mutant's id, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.py") if not path.name.startswith("_")))


def load(mutant_id: str, folder: Path = FOLDER) -> Named:
    """The mutant of a file.

    Raises:
        BrokenPromise: The file does not define `MUTANT`, does not say what is wrong, replaces what the relying party does
            not have, or names a scenario that does not exist or apply.
    """
    path = folder / f"{mutant_id}.py"
    spec = importlib.util.spec_from_file_location(f"mutants.{mutant_id}", path)
    if spec is None or spec.loader is None:
        raise BrokenPromise(f'"{path}" is no Python file')
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise BrokenPromise(f'"{path}" cannot be loaded: {type(error).__name__}: {error}') from error
    mutant = getattr(module, "MUTANT", None)
    if not isinstance(mutant, Mutant):
        raise BrokenPromise(f'"{path}" must define MUTANT, a Mutant')
    if not module.__doc__:
        raise BrokenPromise(f'"{path}" must open with a docstring that says what is wrong')
    _kept(path, mutant)
    return Named(mutant_id, module.__doc__.strip().partition("\n")[0], mutant)


def _kept(path: Path, mutant: Mutant) -> None:
    """What a mutant claims must make sense."""
    if bool(mutant.killed_by) == bool(mutant.equivalent):
        raise BrokenPromise(f'"{path}" must name scenarios in "killed_by", or else show in "equivalent" why none can')
    try:
        with mutant.in_force():
            pass
    except (AttributeError, ImportError) as error:
        raise BrokenPromise(f'"{path}" replaces what does not exist: {error}') from error
    known = catalogue.scenarios()
    for case in (*mutant.killed_by, *mutant.also_red):
        if case not in known:
            raise BrokenPromise(f'"{path}" names the scenario "{case}", which does not exist')
        scenario, _ = known[case]
        if case in mutant.killed_by and mutant.idp not in (scenario.idps or (mutant.idp,)):
            raise BrokenPromise(f'"{path}" is tried at "{mutant.idp}", where the scenario "{case}" does not apply')
        if case in mutant.killed_by and mutant.region not in (scenario.regions or (mutant.region,)):
            raise BrokenPromise(f'"{path}" is tried in "{mutant.region}", where the scenario "{case}" does not apply')


def chosen(asked: list[str]) -> tuple[str, ...]:
    """The ids asked for, hyphens read as underscores, and all of them where none was.

    Raises:
        BadInput: There is no such mutant.
    """
    known, wanted = ids(), [each.replace("-", "_") for each in asked]
    for each in wanted:
        if each not in known:
            like = get_close_matches(each, known, n=1)
            raise BadInput(f'no mutant "{each}"; ' + (f'did you mean "{like[0]}"?' if like else f"see {FOLDER.name}/"))
    return tuple(wanted) or known
