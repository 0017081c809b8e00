"""Whether a value read from a file has the shape that an event declares: a damaged line must not surprise a reader."""

from __future__ import annotations

import math
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

_MOST = 1e11
"""Numbers beyond are no times: seconds since 1970 stay below for three thousand years."""


def unfit(kind: type, values: dict[str, Any]) -> str:
    """The name of the first value that is not of the type which the dataclass `kind` declares; "" when all are."""
    hints = _hints(kind)
    return next((name for name, value in values.items() if not _fits(value, hints[name])), "")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _fits(value: Any, hint: Any) -> bool:
    if isinstance(hint, UnionType):
        return any(_fits(value, it) for it in get_args(hint))
    if get_origin(hint) is tuple:
        return isinstance(value, tuple) and _all_fit(value, get_args(hint))
    if hint is float:
        return _is(value, int | float) and math.isfinite(value) and abs(value) < _MOST
    return _is(value, hint)


def _all_fit(values: tuple[Any, ...], hints: tuple[Any, ...]) -> bool:
    if hints[-1] is Ellipsis:
        return all(_fits(value, hints[0]) for value in values)
    return len(values) == len(hints) and all(map(_fits, values, hints))


def _is(value: Any, kind: Any) -> bool:
    """`isinstance`, but True and False are no numbers."""
    return isinstance(value, kind) and (kind is bool or kind is type(None) or not isinstance(value, bool))
