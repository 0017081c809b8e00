"""What a file in harness/commands/ promises as `COMMAND`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""


class BadInput(Exception):
    """What the person typed cannot be done; the message is one line with the way out, the exit code 2."""


def no_arguments(_: argparse.ArgumentParser) -> None:
    """A verb that takes none."""


@dataclass(frozen=True, slots=True)
class Command:
    """One verb: a line of help, its arguments, and what it does; `run` returns the exit code.

    With `passes_on`, arguments that the verb does not know are not an error but handed on in `args.rest`.
    """

    help: str
    run: Callable[[argparse.Namespace], int]
    arguments: Callable[[argparse.ArgumentParser], None] = no_arguments
    passes_on: bool = False
