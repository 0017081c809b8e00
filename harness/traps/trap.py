"""What a file in tests/traps/ promises as `TRAP`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.alteration.alteration import Alteration

if TYPE_CHECKING:
    from harness.scenario import Scenario


@dataclass(frozen=True)
class Trap(Alteration):
    """One right relying party that differs from the reference; its file's docstring says in what.

    Attributes:
        allowed_by: what leaves an app this choice: a section of a specification, or the product.
        near: the scenarios nearest to the difference, tried beside the usual ones.
        same: why there is nothing to change, where the reference itself is this trap.
    """

    allowed_by: str = field(kw_only=True)
    near: tuple[str, ...] = field(default=(), kw_only=True)
    same: str = field(default="", kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """The scenarios that its file names."""
        return self.near

    def complaints(self, known: Mapping[str, Scenario]) -> Iterator[str]:
        """What makes no sense in it."""
        yield from super().complaints(known)
        if self.differs == bool(self.same):
            yield 'must change something, or else say in "same" why the reference is this trap'
