"""A plug-in that is a file outside any package: loaded by its path."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from mock_idps.core.plugins import BrokenPromise

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def loaded(path: Path, name: str) -> ModuleType:
    """The module made of a file, under `name`; made anew by each call.

    Raises:
        BrokenPromise: It is no Python file, or running it fails.
    """
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise BrokenPromise(f'"{path}" is no Python file')
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise BrokenPromise(f'"{path}" cannot be loaded: {type(error).__name__}: {error}') from error
    return module
