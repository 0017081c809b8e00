"""sso-harness repro-score CASE … [--idp NAME] [--region NAME]"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from harness.command import BadInput, Command

if TYPE_CHECKING:
    from harness.repro.score import Cell


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", nargs="+", metavar="CASE", help="scenarios or topics, such as login or customer")
    parser.add_argument("--idp", action="append", default=[], metavar="NAME", help="only this IdP (may be repeated)")
    parser.add_argument("--region", action="append", default=[], metavar="NAME", help="only this region (repeatable)")
    parser.add_argument("--seed", type=int, metavar="N", help="seed of the issuers' randomness")


def _run(args: argparse.Namespace) -> int:
    from harness import browser
    from harness.own_app import finding
    from harness.repro.score import scores

    cells = _cells(args)
    same = told = 0
    try:
        for score in scores(cells, finding.target("reference"), seed=args.seed):
            same, told = same + score.same, told + score.idp
            where = f"{score.cell.case} {score.cell.idp}-{score.cell.region}"
            ends = score.trouble or f"{_words(score.was)}; its repro: {_words(score.became)}"
            cause = score.repro.found if score.repro else ""
            print(
                f"{'same   ' if score.same else 'differs'}  {where:<55} {ends}" + (f"  [{cause}]" if cause else ""),
                flush=True,
            )
    except browser.NoBrowser as error:
        raise BadInput(str(error)) from None
    print(f"\n{same} of {len(cells)} repros end as the recorded login did; IdP and region told in {told}")
    return 0 if same == len(cells) else 1


def _words(end: tuple[str, str]) -> str:
    return " by ".join(part for part in end if part) or "unknown"


def _cells(args: argparse.Namespace) -> list[Cell]:
    from harness import catalogue
    from harness.repro.score import Cell

    cells = [
        Cell(case, scenario, idp, region)
        for case, (scenario, _) in catalogue.scenarios().items()
        if any(case == asked or case.startswith(f"{asked.rstrip('/')}/") for asked in args.cases)
        for idp in scenario.idps or catalogue.idps()
        for region in scenario.regions or catalogue.regions()
        if (not args.idp or idp in args.idp)
        and (not args.region or region in args.region)
        and not (scenario.fault and idp == "generic" and not scenario.idps)
    ]
    if not cells:
        raise BadInput(f'no scenario "{args.cases[0]}" runs there; "sso-harness list" shows what there is')
    return cells


COMMAND = Command(
    help="record scenarios as HARs, make repros of them, and count equal ends", arguments=_arguments, run=_run
)
