"""Putting other functions in the relying party's place, by dotted name, and everything back afterwards."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

ROOM = "harness.reference_rp"

_INHERITED = object()
"""Stands for what a class has from its parents and does not keep itself."""


@contextmanager
def replaced(replaces: Mapping[str, Any]) -> Iterator[None]:
    """Have each of `replaces` stand in the place that its name says, such as "checks.nonce" below `ROOM`.

    Raises:
        AttributeError: The relying party has nothing of that name.
    """
    places = {name: _owner(name) for name in replaces}
    before = {name: vars(owner).get(last, _INHERITED) for name, (owner, last) in places.items()}
    try:
        for name, (owner, last) in places.items():
            setattr(owner, last, replaces[name])
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
