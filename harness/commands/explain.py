"""sso-harness explain id_token/wrong_audience"""

from __future__ import annotations

import argparse

from harness import catalogue
from harness.command import BadInput, Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", help="a scenario's id, such as id_token/wrong_audience")


def _run(args: argparse.Namespace) -> int:
    cases = catalogue.scenarios()
    if args.case not in cases:
        like = ", ".join(catalogue.nearest(args.case))
        hint = f"did you mean {like}?" if like else '"sso-harness list" shows them all'
        raise BadInput(f'no scenario "{args.case}"; {hint}')
    scenario, page = cases[args.case]
    print(page)
    print(f"\n  rule      {scenario.spec}")
    print(f"  fault     {scenario.fault or 'none'}")
    print(f"  expected  {scenario.expected}")
    print(f"  IdPs      {', '.join(scenario.idps or catalogue.idps())}")
    if scenario.covers:
        print(f"  covers    {', '.join(scenario.covers)}")
    print(f"\n  sso-harness run {args.case}")
    return 0


COMMAND = Command(help="say what a scenario checks, and why", arguments=_arguments, run=_run)
