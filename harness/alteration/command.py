"""The command line of `make mutants` and `make traps`: try all of a kind, or those named, and end with the table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from harness import browser
from harness.alteration import table, workers
from harness.command import INTERRUPTED, BadInput
from mock_idps.core.plugins import BrokenPromise

if TYPE_CHECKING:
    from harness.alteration.reader import AnyReader, Beside, Result


def main(reader: AnyReader, words: list[str]) -> int:
    """Try what `words` ask for; the exit code is 0 when all are settled, 1 when one is not, 2 for bad input."""
    word = reader.folder.word
    args = _arguments(reader).parse_args(words)
    try:
        ids = reader.folder.chosen(args.ids)
        for each in ids:
            reader.folder.load(each)
        _has_browser()
        return _run(reader, ids, args)
    except (BadInput, BrokenPromise) as error:
        print(f"{word}s: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED


def _arguments(reader: AnyReader) -> argparse.ArgumentParser:
    word = reader.folder.word
    like = next(iter(reader.folder.ids()))
    parser = argparse.ArgumentParser(prog=f"make {word}s", description=reader.about)
    parser.add_argument("ids", nargs="*", metavar=word.upper(), help=f"an id such as {like} (default: all)")
    parser.add_argument("-n", type=int, default=2, metavar="N", help="worker processes (default: 2)")
    beside = parser.add_mutually_exclusive_group()
    beside.add_argument("--whole", action="store_true", help=f"try every scenario there is on each {word}")
    beside.add_argument("--alone", action="store_true", help=f"try only {reader.own}; the quickest")
    where = f"where {word}s.md and {word}s.json go"
    parser.add_argument("--report", default="report", metavar="FOLDER", help=where)
    return parser


def _has_browser() -> None:
    """See that there is a browser before every worker fails for want of one."""
    try:
        found = browser.find(headed=False)
    except browser.NoBrowser as error:
        raise BadInput(str(error)) from None
    if found is None:
        raise BadInput(f"no browser was found; run make setup, or name one in {browser.VARIABLE}")


def _run(reader: AnyReader, ids: tuple[str, ...], args: argparse.Namespace) -> int:
    found: list[Result] = []
    beside: Beside = "whole" if args.whole else "alone" if args.alone else "usual"
    for result in workers.results(reader, ids, max(1, args.n), beside):
        found.append(result)
        mark = "✓" if result.settled else "✗"
        print(f"{len(found):3}/{len(ids)} {mark} {result.id} at {result.cell}: {reader.news(result)}", flush=True)
        for case, reason in reader.surprises(result).items():
            print(f"        {case}: {reason}", flush=True)
    found.sort(key=lambda it: it.id)
    print("\n".join(["", *table.lines(reader, found), "", reader.summary(found)]))
    print(f"report: {table.write(reader, found, Path(args.report))}")
    return 0 if all(each.settled for each in found) else 1
