"""`sso-harness`: finds the verbs, reads the command line, turns bad input into one line and exit code 2."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from harness import commands
from harness.command import INTERRUPTED, BadInput, Command
from mock_idps.core.plugins import BrokenPromise, find


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code: 0 fine, 1 something is red, 2 bad input, 130 interrupted."""
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except (BadInput, BrokenPromise) as error:
        print(f"sso-harness: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("sso-harness: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone; there is nobody left to tell
        return 0


def _run(arguments: list[str]) -> int:
    verbs = find(commands, "COMMAND", Command)
    parser = _Parser(prog="sso-harness", description="Rehearse every customer's SSO login on your own machine.")
    subparsers = parser.add_subparsers(dest="verb", metavar="VERB", required=False, parser_class=_Parser)
    for name, command in verbs.items():
        command.arguments(subparsers.add_parser(name.replace("_", "-"), help=command.help, description=command.help))
    known, rest = parser.parse_known_args(arguments)
    if known.verb is None:
        parser.print_help()
        return 0
    command = verbs[known.verb.replace("-", "_")]
    if rest and not command.passes_on:
        raise BadInput(f'"{rest[0]}" is not understood; "sso-harness {known.verb} --help" shows what is')
    known.rest = rest
    return command.run(known)


class _Parser(argparse.ArgumentParser):
    """An argument parser that answers in one line."""

    def error(self, message: str) -> None:  # type: ignore[override]  # it does not return, but raises instead of exiting
        raise BadInput(f'{message}; "{self.prog} --help" shows what is understood')
