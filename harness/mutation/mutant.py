"""What a file in tests/mutants/ promises as `MUTANT`, and how a mutant is put in force."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

ROOM = "harness.reference_rp"

_INHERITED = object()
"""Stands for what a class has from its parents and does not keep itself."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One wrong relying party: the reference with something replaced; its file's docstring says what is wrong.

    Attributes:
        replaces: what stands instead, by dotted name below `harness.reference_rp`, such as "checks.nonce" or
            "transactions.Transactions.find".
        killed_by: ids of the scenarios that claim to notice; each must be red, with and without check codes.
        also_red: ids of further scenarios that may be red, because the same fault shows there.
        idp, region: the cell where it is tried.
        equivalent: the evidence that nobody can notice, for a mutant that another check covers; it has no killers then.
    """

    replaces: Mapping[str, Any]
    killed_by: tuple[str, ...] = ()
    also_red: tuple[str, ...] = ()
    idp: str = "okta"
    region: str = "us"
    equivalent: str = ""

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Replace inside the block, and put back afterwards whatever happens.

        Raises:
            AttributeError: The relying party has nothing of that name.
        """
        places = {name: _owner(name) for name in self.replaces}
        before = {name: vars(owner).get(last, _INHERITED) for name, (owner, last) in places.items()}
        try:
            for name, (owner, last) in places.items():
                setattr(owner, last, self.replaces[name])
            yield
        finally:
            for name, (owner, last) in places.items():
                if before[name] is _INHERITED:
                    delattr(owner, last)
                else:
                    setattr(owner, last, before[name])


def _owner(name: str) -> tuple[Any, str]:
    """The module or class that has what `name` names, and the last part of the name."""
    *way, last = name.split(".")
    owner: Any = importlib.import_module(ROOM)
    path = ROOM
    for step in way:
        path = f"{path}.{step}"
        owner = getattr(owner, step) if hasattr(owner, step) else importlib.import_module(path)
    if not hasattr(owner, last):
        raise AttributeError(f'the relying party has no "{name}" to replace')
    return owner, last
