"""Plug-ins are found by looking in a folder: one file or sub-package, one constant of one type."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from types import ModuleType

T = TypeVar("T")


class BrokenPromise(Exception):
    """A plug-in file does not define what its folder promises; the message names the file."""


def find(package: ModuleType, constant: str, kind: type[T], *, skip: frozenset[str] = frozenset()) -> dict[str, T]:
    """Every `constant` of type `kind` in the modules right below `package`, by module name.

    Raises:
        BrokenPromise: A module lacks the constant, or it is of another type.
    """
    found: dict[str, T] = {}
    for module_info in sorted(pkgutil.iter_modules(package.__path__), key=lambda it: it.name):
        if module_info.name in skip:
            continue
        name = f"{package.__name__}.{module_info.name}"
        value = getattr(importlib.import_module(name), constant, None)
        if not isinstance(value, kind):
            raise BrokenPromise(f'"{name}" must define {constant}, a {kind.__name__}; it has {type(value).__name__}')
        found[module_info.name] = value
    return found
