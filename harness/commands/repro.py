"""sso-harness repro login.har "AADSTS50105 …" claims.json [--target NAME] [--name NAME]"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from harness.command import BadInput, Command

if TYPE_CHECKING:
    from harness.evidence.account import Account
    from harness.repro.file import Repro

REPORT = Path(".cache") / "repro"
"""Where the recordings of repros go."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="what the customer sent, in any mix: a HAR (.har, .har.gz, .zip), an address, an error, a token or claims, settings; - is standard input",
    )
    parser.add_argument("--idp", default="", metavar="NAME", help="the IdP, where nothing in the input names it")
    parser.add_argument("--region", default="", metavar="NAME", help="the region, likewise")
    parser.add_argument("--login", type=int, default=0, metavar="N", help="which login of a HAR with several, from 1")
    parser.add_argument("--name", default="", metavar="NAME", help="name of the repro file (default: after the cause)")
    parser.add_argument("--to", default="", metavar="FOLDER", help="where the file goes (default: scenarios/repro)")
    parser.add_argument("--target", metavar="NAME", help="the relying party: a name, or a file sso-harness.toml")
    parser.add_argument("--no-run", action="store_true", help="write the file and do not run it")


def _run(args: argparse.Namespace) -> int:
    from harness.evidence import account, sources
    from harness.repro.deduce import deduce

    _check(args)
    evidence = sources.read(sys.stdin.read() if it == "-" else it for it in args.inputs)
    if evidence.empty:
        raise BadInput(
            "; ".join(evidence.trouble)
            or "nothing in the input can be used; send a HAR, an error text, a token or the settings"
        )
    told = account.tell(evidence, login=args.login)
    print("\n".join(_words(told)))
    repro = deduce(told, idp=args.idp, region=args.region)
    path = _file(args, repro)
    if args.no_run:
        return _written(repro, path)
    return _rerun(args, repro, path)


def _check(args: argparse.Namespace) -> None:
    from harness import catalogue

    for option, asked, known in (("--idp", args.idp, catalogue.idps()), ("--region", args.region, catalogue.regions())):
        if asked and asked not in known:
            raise BadInput(f'unknown {option} "{asked}"; choose one of {", ".join(known)}')
    if args.name and not re.fullmatch(r"[a-z0-9_]+", args.name):
        raise BadInput(f'"{args.name}" cannot name a file; use lower case letters, digits and "_"')


def _words(told: Account) -> list[str]:
    """The account for a person: where, what, why, who, how sure, and what could not be seen."""
    from mock_idps.catalogue import vendors

    label = vendors()[told.idp.vendor].label if told.idp.vendor in vendors() else "not to be told from this"
    lines = [
        f"IdP        {label}" + (f" ({told.idp.kind})" if told.idp.kind else ""),
        f"region     {told.region or 'not to be told from this'}",
        f"hop        {told.hop}",
        f"happened   {told.happened}",
    ]
    lines += _cause(told)
    lines += [f"not seen   {it}" for it in told.unseen]
    return [*lines, *(f"note       {it}" for it in told.notes)]


def _cause(told: Account) -> list[str]:
    if not told.findings:
        return [
            "cause      nothing went wrong that can be seen here" if told.end == "signed in" else "cause      not known"
        ]
    best = told.findings[0]
    sure = {"certain": "certain", "likely": "likely", "guess": "a guess: the nearest that is known"}[best.sure]
    lines = [
        f"cause      {best.entry.means} [{best.entry.id}]",
        f"who acts   {best.entry.who}: {best.entry.do}",
        f"how sure   {sure}",
    ]
    others = [it.entry.id for it in told.findings[1:4]]
    lines += [f"or         {', '.join(others)}"] if others else []
    stories = [f"story      {it.entry.story}" for it in told.findings if it.entry.story]
    return [
        *lines,
        *stories[:1],
        *([f"see        sso-harness explain {best.entry.scenario}"] if best.entry.scenario else []),
    ]


def _file(args: argparse.Namespace, repro: Repro) -> Path:
    """Where the repro goes: a name nobody has yet, unless one was asked for."""
    from harness.repro.file import FOLDER

    folder = Path(args.to) if args.to else FOLDER
    if args.name:
        return folder / f"{args.name}.toml"
    stem = re.sub(r"[^a-z0-9]+", "_", (repro.found or f"{repro.idp}_login").lower()).strip("_")
    names = (stem, *(f"{stem}_{number}" for number in range(2, 1000)))
    return next(folder / f"{name}.toml" for name in names if not (folder / f"{name}.toml").exists())


def _written(repro: Repro, path: Path) -> int:
    from dataclasses import replace

    from harness.repro.file import write

    if not repro.end:
        print('how it ended is not known: the file says "signed in"; edit "end", or run it without --no-run')
        repro = replace(repro, end="signed in")
    write(repro, path)
    print(f"written    {path}")
    return 0


def _rerun(args: argparse.Namespace, repro: Repro, path: Path) -> int:
    from harness import browser
    from harness.own_app import finding
    from harness.repro.file import write
    from harness.repro.rerun import rerun

    try:
        done = rerun(repro, finding.target(args.target or "reference"), f"repro/{path.stem}", REPORT)
    except browser.NoBrowser as error:
        _written(repro, path)
        raise BadInput(str(error)) from None
    write(done.repro, path)
    print(f"written    {path}")
    if done.adopted:
        print(f"rehearsed  how it ended at the customer is not known; here: {done.observed}")
    else:
        print("reproduced" if done.reproduced else f"differs    {done.differs}")
    print(f"timeline   sso-harness trace {done.timeline}")
    return 0 if done.reproduced else 1


COMMAND = Command(
    help="from what a customer sent (HAR, address, error, token, settings) to a login that shows the same",
    arguments=_arguments,
    run=_run,
)
