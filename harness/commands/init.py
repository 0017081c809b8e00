"""sso-harness init [--idp okta] [--no-login] [--force]"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from harness import catalogue
from harness.command import BadInput, Command
from harness.own_app import draft, finding
from harness.own_app.reading import FILE

_BY_HAND = (
    "an app that runs already knows nothing of a run's issuers, so no login was tried; next: sso-harness serve, "
    "and in other terminals: sso-harness exec -- (the command that starts it), sso-harness open --as alice"
)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--idp", default="okta", metavar="NAME", help="the IdP of the first login (default: okta)")
    parser.add_argument("--no-login", action="store_true", help="write the file and try nothing")
    parser.add_argument("--force", action="store_true", help=f"replace a {FILE} that is there")


def _question(text: str, default: str, check: draft.Check) -> str:
    while True:
        try:
            answer = input(f"{text} [{default}]: ").strip() or default
        except EOFError:
            raise BadInput(
                f'no answer to "{text}"; answer the questions one line each, an empty line takes the default'
            ) from None
        if not (wrong := check(answer)):
            return answer
        if not sys.stdin.isatty():
            raise BadInput(f'"{answer}" does not answer "{text}"; {wrong}')
        print(f"  {wrong}")


def _run(args: argparse.Namespace) -> int:
    path = Path(FILE)
    if path.exists() and not args.force:
        raise BadInput(f"{FILE} is there already; edit it, or add --force to have it written anew")
    if args.idp not in catalogue.idps():
        raise BadInput(f'unknown --idp "{args.idp}"; choose one of {", ".join(catalogue.idps())}')
    answers = draft.ask(_question, path.resolve().parent.name)
    path.write_text(draft.text(answers), encoding="utf-8")
    target = finding.described(path)
    print(f"\nwritten: {FILE}")
    if not answers.command:
        print(_BY_HAND)
        return 0
    if args.no_login:
        return 0
    from harness.own_app.first_login import try_it

    seen = try_it(target, args.idp)
    print("\n".join(seen.lines()))
    if not seen.passed:
        print(f"correct {FILE}, then: sso-harness run login/happy --idp {args.idp}")
        return 1
    path.write_text(draft.text(answers, seen.capabilities), encoding="utf-8")
    print("next: sso-harness run")
    return 0


COMMAND = Command(
    help="describe your own app: asks, writes sso-harness.toml, tries a first login", arguments=_arguments, run=_run
)
