"""A folder of alterations, one file each; an alteration's id is its file's name."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Generic, TypeVar

from harness import catalogue
from harness.alteration.alteration import Alteration
from harness.command import BadInput
from harness.plugin_file import loaded
from mock_idps.core.plugins import BrokenPromise

A = TypeVar("A", bound=Alteration)

TESTS = Path(__file__).resolve().parents[2] / "tests"


@dataclass(frozen=True, slots=True)
class Named(Generic[A]):
    """An alteration under its id; `says` is its file's first sentence."""

    id: str
    says: str
    alteration: A


@dataclass(frozen=True, slots=True)
class Folder(Generic[A]):
    """The files of one `kind`; each defines a constant called as the kind is, in capitals."""

    kind: type[A]

    @property
    def word(self) -> str:
        """What one of them is called, such as "mutant"."""
        return self.kind.__name__.lower()

    @property
    def path(self) -> Path:
        """Where they lie."""
        return TESTS / f"{self.word}s"

    def ids(self) -> tuple[str, ...]:
        """Every id, in alphabetical order."""
        return tuple(sorted(path.stem for path in self.path.glob("*.py") if not path.name.startswith("_")))

    def load(self, id_: str, below: Path | None = None) -> Named[A]:
        """The alteration of a file, here or `below` another folder.

        Raises:
            BrokenPromise: The file does not define the constant, does not say what is otherwise, or makes no sense.
        """
        path, constant = (below or self.path) / f"{id_}.py", self.word.upper()
        module = loaded(path, f"{self.word}s.{id_}")
        found = getattr(module, constant, None)
        if not isinstance(found, self.kind):
            raise BrokenPromise(f'"{path}" must define {constant}, a {self.kind.__name__}')
        if not module.__doc__:
            raise BrokenPromise(f'"{path}" must open with a docstring that says what is otherwise')
        for complaint in found.complaints({case: scenario for case, (scenario, _) in catalogue.scenarios().items()}):
            raise BrokenPromise(f'"{path}" {complaint}')
        return Named(id_, module.__doc__.strip().partition("\n")[0], found)

    def chosen(self, asked: list[str]) -> tuple[str, ...]:
        """The ids asked for, hyphens read as underscores, and all of them where none was.

        Raises:
            BadInput: There is none of that name.
        """
        known, wanted = self.ids(), [each.replace("-", "_") for each in asked]
        for each in wanted:
            if each not in known:
                like = get_close_matches(each, known, n=1)
                way_out = f'did you mean "{like[0]}"?' if like else f"see tests/{self.path.name}/"
                raise BadInput(f'no {self.word} "{each}"; {way_out}')
        return tuple(dict.fromkeys(wanted)) or known
