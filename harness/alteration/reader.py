"""What one kind of alteration asks of the run, and how it reads what was seen."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from harness.alteration.alteration import Alteration
from harness.alteration.folder import Folder, Named
from harness.alteration.sight import Seen

A = TypeVar("A", bound=Alteration)

Beside = Literal["alone", "usual", "whole"]
"""What is rehearsed beside the scenarios that an alteration names: nothing, a few of every kind of end, all there are."""


@dataclass(frozen=True)
class Result:
    """What came of one alteration; `cell` is where it was tried, `trouble` why it could not be."""

    id: str
    says: str
    cell: str
    trouble: str = field(default="", kw_only=True)

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do."""
        return not self.trouble


R = TypeVar("R", bound=Result)


class Reader(ABC, Generic[A, R]):
    """One kind of alteration, such as mutants.

    Attributes:
        folder: where they lie.
        about: what the command is for, in a line.
        own: the scenarios that an alteration names, in the words of the command's help.
        head: the table's columns.
    """

    folder: Folder[A]
    about: str
    own: str
    head: tuple[str, ...]

    @abstractmethod
    def cases(self, alteration: A, beside: Beside) -> Iterable[str]:
        """The scenarios to rehearse, its own first; those that make no sense in its cell are left out by the run."""

    @abstractmethod
    def result(self, named: Named[A], seen: Seen, trouble: str = "") -> R:
        """What is to be made of what was seen."""

    @abstractmethod
    def row(self, result: R) -> tuple[str, ...]:
        """One line of the table."""

    @abstractmethod
    def news(self, result: R) -> str:
        """The same in short, told as soon as it is known."""

    @abstractmethod
    def surprises(self, result: R) -> Mapping[str, str]:
        """Scenarios that should not be red, and why they are."""

    @abstractmethod
    def summary(self, results: Sequence[R]) -> str:
        """The counts in one line."""

    @abstractmethod
    def reasons(self, result: R) -> list[str]:
        """What the report says of one, line by line."""


AnyReader = Reader[Any, Any]
"""A reader of whatever kind."""
