"""A target by what a person calls it: a name of harness/targets/, a description file, or a folder that holds one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from harness import catalogue
from harness.command import BadInput
from harness.own_app.reading import FILE, read
from harness.own_app.target import OwnApp

if TYPE_CHECKING:
    from harness.target import Target


def target(name: str) -> Target:
    """The target called `name`.

    Raises:
        BadInput: There is none, or its description is wrong.
    """
    path = Path(name)
    if path.is_dir() and (path / FILE).is_file():
        path /= FILE
    if path.suffix == ".toml":
        return described(path)
    found = catalogue.targets().get(name)
    if found is None:
        raise BadInput(
            f'unknown --target "{name}"; choose one of {", ".join(catalogue.targets())}, or name a file {FILE}'
        )
    return found


def described(path: Path) -> OwnApp:
    """The target that a description file describes.

    Raises:
        Mistakes: The description is wrong.
    """
    return OwnApp(read(path, cases=cases()))


def as_typed(target: Target) -> str:
    """What stands after `--target` to find `target` again from this folder."""
    if not isinstance(target, OwnApp):
        return target.name
    file = target.description.file.resolve()
    return str(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)


def cases() -> tuple[str, ...]:
    """What a description may exclude: scenario ids, and the folders they lie in."""
    ids = tuple(catalogue.scenarios())
    return (*ids, *sorted({case.rpartition("/")[0] for case in ids}))


def default() -> str:
    """The target when none is named: the description in this folder, else the reference relying party."""
    return FILE if Path(FILE).is_file() else "reference"
