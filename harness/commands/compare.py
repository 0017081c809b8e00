"""sso-harness compare [--idp okta …] [--markdown]"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console
from rich.table import Table

from harness import catalogue, comparison, people
from harness.command import BadInput, Command

LABEL = 14
"""Characters of a question's longest word."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--idp",
        action="append",
        default=[],
        metavar="NAME",
        help="this IdP, also one that is rehearsed on request only (may be repeated)",
    )
    parser.add_argument("--region", default="us", metavar="NAME", help="the region whose customers are asked (us)")
    parser.add_argument("--markdown", action="store_true", help="the table in Markdown")


def _run(args: argparse.Namespace) -> int:
    served = tuple(
        idp for idp in catalogue.idps() if any((it.idp, it.region) == (idp, args.region) for it in people.ORGANISATIONS)
    )
    if not served:
        raise BadInput(f'unknown --region "{args.region}"; choose one of {", ".join(catalogue.regions())}')
    for idp in args.idp:
        if idp not in served:
            raise BadInput(f'unknown --idp "{idp}"; choose one of {", ".join(served)}')
    idps = tuple(args.idp) or tuple(idp for idp in served if idp not in people.ON_REQUEST)
    rows = comparison.table(idps, args.region)
    if args.markdown:
        print("\n".join(_markdown(idps, rows)))
    else:
        Console(markup=False, highlight=False).print(_shown(idps, rows))
    return 0


def _markdown(idps: tuple[str, ...], rows: Iterable[tuple[str, dict[str, str]]]) -> Iterator[str]:
    yield "| | " + " | ".join(idps) + " |"
    yield "|---" * (len(idps) + 1) + "|"
    for question, answers in rows:
        yield f"| {question} | " + " | ".join(answers[idp].replace("|", "\\|") for idp in idps) + " |"


def _shown(idps: tuple[str, ...], rows: Iterable[tuple[str, dict[str, str]]]) -> Table:
    """One table as wide as the terminal: a row per question, a column per IdP, nothing cut off."""
    shown = Table(
        box=box.SIMPLE_HEAD, show_lines=True, expand=True, show_edge=False, pad_edge=False, collapse_padding=True
    )
    shown.add_column("", min_width=LABEL, max_width=LABEL, overflow="fold", style="bold")
    for idp in idps:
        shown.add_column(idp, ratio=1, overflow="fold")
    for question, answers in rows:
        shown.add_row(question, *(answers[idp] for idp in idps))
    return shown


COMMAND = Command(help="show how the issuers differ, found out by asking each of them", arguments=_arguments, run=_run)
