"""A part of all scenarios, for machines that share a run: "3/8" is the third of eight."""

from __future__ import annotations

from harness.command import BadInput


def parts(asked: str) -> tuple[int, int]:
    """The number of the part, from 1, and how many there are.

    Raises:
        BadInput: `asked` is no such thing.
    """
    number, slash, count = asked.partition("/")
    if not slash or not number.isdigit() or not count.isdigit() or not 1 <= int(number) <= int(count):
        raise BadInput(f'--shard "{asked}" is no part; write one such as "3/8", from "1/8" to "8/8"')
    return int(number), int(count)
