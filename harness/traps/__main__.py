"""`python -m harness.traps [trap …]`: try all traps, or those named; exit code 0 when nobody is blamed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from harness.command import INTERRUPTED, BadInput
from harness.mutation import workers
from harness.traps import folder, table, trial
from harness.traps.target import TrapReference
from harness.traps.trial import Beside, Result
from mock_idps.core.plugins import BrokenPromise


def main(words: list[str]) -> int:
    """Try traps, tell of each as it is done, and end with the table."""
    parser = argparse.ArgumentParser(prog="make traps", description="Right relying parties that do things otherwise.")
    parser.add_argument("traps", nargs="*", metavar="TRAP", help="an id such as ok_leeway (default: all)")
    parser.add_argument("-n", type=int, default=2, metavar="N", help="worker processes (default: 2)")
    beside = parser.add_mutually_exclusive_group()
    beside.add_argument("--whole", action="store_true", help="try every scenario there is on each trap")
    beside.add_argument("--alone", action="store_true", help="try only the scenarios nearest to a trap; the quickest")
    parser.add_argument("--report", default="report", metavar="FOLDER", help="where traps.md and traps.json go")
    args = parser.parse_args(words)
    try:
        ids = folder.chosen(args.traps)
        for each in ids:
            folder.load(each)
        return _run(ids, args)
    except (BadInput, BrokenPromise) as error:
        print(f"traps: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED


def _beside(args: argparse.Namespace) -> Beside:
    return "whole" if args.whole else "none" if args.alone else "usual"


def _run(ids: tuple[str, ...], args: argparse.Namespace) -> int:
    found: list[Result] = []
    for result in workers.results(TrapReference, trial.of, trial.lost, ids, max(1, args.n), beside=_beside(args)):
        found.append(result)
        _, cell, green, skipped, red = table.row(result)
        mark = "✓" if result.left_in_peace else "✗"
        print(
            f"{len(found):3}/{len(ids)} {mark} {result.id} at {cell}: {green} green, {skipped} skipped; red: {red}",
            flush=True,
        )
        for case, reason in result.red.items():
            print(f"        {case}: {reason}", flush=True)
    found.sort(key=lambda it: it.id)
    print("\n".join(["", *table.lines(found), "", table.summary(found)]))
    print(f"report: {table.write(found, Path(args.report))}")
    return 0 if all(each.left_in_peace for each in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
