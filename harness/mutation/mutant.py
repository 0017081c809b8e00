"""What a file in tests/mutants/ promises as `MUTANT`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.alteration.alteration import Alteration

if TYPE_CHECKING:
    from harness.scenario import Scenario


@dataclass(frozen=True)
class Mutant(Alteration):
    """One wrong relying party; its file's docstring says what is wrong.

    Attributes:
        killed_by: ids of the scenarios that claim to notice; each must be red, with and without check codes.
        also_red: ids of further scenarios that may be red, because the same fault shows there.
        seen_at: addresses of public reports: relying parties that others shipped with this mistake.
        equivalent: the evidence that nobody can notice, for a mutant that another check covers; it has no killers then.
    """

    killed_by: tuple[str, ...] = field(default=(), kw_only=True)
    also_red: tuple[str, ...] = field(default=(), kw_only=True)
    seen_at: tuple[str, ...] = field(default=(), kw_only=True)
    equivalent: str = field(default="", kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """The scenarios that its file names."""
        return (*self.killed_by, *self.also_red)

    def complaints(self, known: Mapping[str, Scenario]) -> Iterator[str]:
        """What makes no sense in it."""
        yield from super().complaints(known)
        if not self.differs:
            yield "must change something"
        if bool(self.killed_by) == bool(self.equivalent):
            yield 'must name scenarios in "killed_by", or else show in "equivalent" why none can'
        for address in self.seen_at:
            if not address.startswith("https://"):
                yield f'names "{address}" in "seen_at", which is no address'
        for case in self.names:
            if self.idp not in (known[case].idps or (self.idp,)):
                yield f'is tried at "{self.idp}", where the scenario "{case}" does not apply'
            if self.region not in (known[case].regions or (self.region,)):
                yield f'is tried in "{self.region}", where the scenario "{case}" does not apply'
