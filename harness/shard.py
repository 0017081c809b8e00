"""A part of all scenarios, for machines that share a run: "3/8" is the third of eight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from harness.command import BadInput

T = TypeVar("T")

_NUMBER = re.compile("[0-9]{1,6}")


def parts(asked: str) -> tuple[int, int]:
    """The number of the part, from 1, and how many there are.

    Raises:
        BadInput: `asked` is no such thing.
    """
    number, _, count = asked.partition("/")
    if not _NUMBER.fullmatch(number) or not _NUMBER.fullmatch(count) or not 1 <= int(number) <= int(count):
        raise BadInput(f'--shard "{asked}" is no part; write one such as "3/8", from "1/8" to "8/8"')
    return int(number), int(count)


def kept(cells: Sequence[T], asked: str) -> list[T]:
    """The cells of the part `asked`: every N-th, so that each part has some of every topic, and each cell is in one."""
    number, count = parts(asked)
    return list(cells[number - 1 :: count])
