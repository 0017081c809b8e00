"""sso-harness diagnose "AADSTS50105 …" | -"""

from __future__ import annotations

import argparse
import json
import sys

from harness.command import BadInput, Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text", nargs="+", metavar="TEXT", help="an error code or text, as copied; - reads standard input"
    )
    parser.add_argument("--idp", default="", metavar="NAME", help="only this IdP's errors")
    parser.add_argument("--all", action="store_true", help="show everything that fits, not only the best")
    parser.add_argument("--json", action="store_true", help="for programs")


def _run(args: argparse.Namespace) -> int:
    from harness import catalogue
    from harness.diagnosis import words
    from harness.diagnosis.diagnose import diagnose, unknown_codes

    if args.idp and args.idp not in catalogue.idps():
        raise BadInput(f'unknown --idp "{args.idp}"; choose one of {", ".join(catalogue.idps())}')
    text = " ".join(sys.stdin.read() if it == "-" else it for it in args.text)
    findings = diagnose(text, vendor=args.idp)
    if not findings:
        raise BadInput(
            'the text holds no word to go by; copy the error as it stands on the page, or pipe it in with "-"'
        )
    if args.json:
        print(json.dumps([words.row(finding) for finding in findings], indent=2))
        return 0
    for code in unknown_codes(text):
        print(words.unknown(code))
    for finding in findings if args.all else findings[:1]:
        print("\n".join(words.lines(finding)))
    if len(findings) > 1 and not args.all:
        print(f"\n  also possible: {', '.join(finding.entry.id for finding in findings[1:])} (--all shows them)")
    return 0


COMMAND = Command(
    help="say what an error of an IdP, a library or the app means, who must act and what to do",
    arguments=_arguments,
    run=_run,
)
