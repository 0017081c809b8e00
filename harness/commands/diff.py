"""sso-harness diff A B [--to FILE]: two recordings (folders of a report), or CASE@IDP-REGION of the last report"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from harness.command import BadInput, Command

if TYPE_CHECKING:
    from harness.record.recording import Recording


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("a", metavar="A", help="a recording's folder or file, or its name: login/happy@okta-us")
    parser.add_argument("b", metavar="B", help="the other one")
    parser.add_argument("--to", metavar="FILE", help="also write a page with both side by side")
    parser.add_argument("--exit-code", action="store_true", help="leave with 1 when they differ")


def _read(name: str) -> Recording:
    from harness.record.recording import NoRecording, read
    from harness.record.shelf import found

    try:
        return read(found(name))
    except NoRecording as error:
        raise BadInput(str(error)) from None


def _run(args: argparse.Namespace) -> int:
    from harness.record.events import Hop
    from harness.report import comparison, narration, purposes
    from harness.report.differences import pairs

    a, b = _read(args.a), _read(args.b)
    print(f"A  {a.head.name}: {a.end.observed if a.end else 'stops before the end'}")
    print(f"B  {b.head.name}: {b.end.observed if b.end else 'stops before the end'}\n")
    matched = pairs(a, b)
    lines = list(narration.compared(matched, purposes.of(a.of(Hop)), purposes.of(b.of(Hop))))
    print("\n".join(lines) or "no difference")
    if args.to:
        try:
            Path(args.to).write_text(comparison.page(a, b), encoding="utf-8")
        except OSError as error:
            raise BadInput(f'"{args.to}" cannot be written ({error.strerror}); name another') from None
        print(f"\npage  {args.to}")
    trouble = "; ".join((*a.trouble, *b.trouble))
    if trouble:
        raise BadInput(trouble)
    return 1 if lines and args.exit_code else 0


COMMAND = Command(help="show two recorded logins side by side", arguments=_arguments, run=_run)
