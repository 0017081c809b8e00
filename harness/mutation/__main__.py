"""`python -m harness.mutation [mutant …]`: try all mutants, or those named; exit code 0 when none survives."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from harness import browser
from harness.command import INTERRUPTED, BadInput
from harness.mutation import folder, table, trial, workers
from harness.mutation.target import MutableReference
from harness.mutation.trial import Beside, Result
from mock_idps.core.plugins import BrokenPromise


def main(words: list[str]) -> int:
    """Try mutants, tell of each as it is done, and end with the table."""
    parser = argparse.ArgumentParser(prog="make mutants", description="Wrong relying parties, and who notices them.")
    parser.add_argument("mutants", nargs="*", metavar="MUTANT", help="an id such as nonce_not_checked (default: all)")
    parser.add_argument("-n", type=int, default=2, metavar="N", help="worker processes (default: 2)")
    beside = parser.add_mutually_exclusive_group()
    beside.add_argument("--whole", action="store_true", help="try every scenario there is on each mutant")
    beside.add_argument("--alone", action="store_true", help="try only the scenarios that claim a mutant")
    parser.add_argument("--report", default="report", metavar="FOLDER", help="where mutants.md and mutants.json go")
    args = parser.parse_args(words)
    try:
        ids = folder.chosen(args.mutants)
        for each in ids:
            folder.load(each)
        _has_browser()
        return _run(ids, args)
    except (BadInput, BrokenPromise) as error:
        print(f"mutants: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED


def _has_browser() -> None:
    """See that there is a browser before every worker fails for want of one."""
    try:
        found = browser.find(headed=False)
    except browser.NoBrowser as error:
        raise BadInput(str(error)) from None
    if found is None:
        raise BadInput(f"no browser was found; run make setup, or name one in {browser.VARIABLE}")


def _run(ids: tuple[str, ...], args: argparse.Namespace) -> int:
    found: list[Result] = []
    beside: Beside = "whole" if args.whole else "none" if args.alone else "bystanders"
    for result in workers.results(MutableReference, trial.of, trial.lost, ids, max(1, args.n), beside):
        found.append(result)
        _, cell, _, glass, black, unexpected = table.row(result)
        mark = "✓" if result.settled else "✗"
        print(
            f"{len(found):3}/{len(ids)} {mark} {result.id} at {cell}: {glass} / {black}; unexpected: {unexpected}",
            flush=True,
        )
        for case, reason in result.unexpected.items():
            print(f"        {case}: {reason}", flush=True)
    found.sort(key=lambda it: it.id)
    print("\n".join(["", *table.lines(found), "", table.summary(found)]))
    print(f"report: {table.write(found, Path(args.report))}")
    return 0 if all(each.settled for each in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
