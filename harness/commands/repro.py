"""sso-harness repro login.har "AADSTS50105 …" claims.json [--target NAME] [--name NAME]"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from harness.command import BadInput, Command

if TYPE_CHECKING:
    from harness.evidence.sources import Evidence
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
    parser.add_argument("--overwrite", action="store_true", help="replace a repro file of this name")
    parser.add_argument(
        "--real-values", action="store_true", help="keep the claims' real values; needs --to, never commit it"
    )
    parser.add_argument("--target", metavar="NAME", help="the relying party: a name, or a file sso-harness.toml")
    parser.add_argument("--no-run", action="store_true", help="write the file and do not run it")


def _run(args: argparse.Namespace) -> int:
    from harness.evidence import telling
    from harness.repro import words
    from harness.repro.deduce import deduce, with_real_values

    _check(args)
    evidence = _read(args.inputs)
    if evidence.empty:
        raise BadInput(
            "; ".join(evidence.trouble)
            or "nothing in the input can be used; send a HAR, an error text, a token or the settings"
        )
    if args.login > len(evidence.logins):
        raise BadInput(f'"--login {args.login}": there are {len(evidence.logins)} logins in the input')
    told = telling.tell(evidence, login=args.login)
    print("\n".join(words.lines(told)))
    repro = deduce(told, idp=args.idp, region=args.region)
    if args.real_values:
        repro = with_real_values(repro, evidence.claims)
    path = _file(args, repro)
    return _written(repro, path) if args.no_run else _rerun(args, repro, path)


def _read(inputs: list[str]) -> Evidence:
    """The evidence; standard input goes through a file that is gone afterwards, for it may be a HAR of any size."""
    import shutil

    from harness.evidence import sources

    with ExitStack() as stack:
        if "-" not in inputs:
            return sources.read(inputs)
        file = stack.enter_context(tempfile.NamedTemporaryFile(prefix="standard-input-"))
        shutil.copyfileobj(sys.stdin.buffer, file)
        file.flush()
        return sources.read(file.name if it == "-" else it for it in inputs)


def _check(args: argparse.Namespace) -> None:
    from harness import catalogue

    for option, asked, known in (("--idp", args.idp, catalogue.idps()), ("--region", args.region, catalogue.regions())):
        if asked and asked not in known:
            raise BadInput(f'unknown {option} "{asked}"; choose one of {", ".join(known)}')
    if args.name and not re.fullmatch(r"[a-z0-9_]+", args.name):
        raise BadInput(f'"{args.name}" cannot name a file; use lower case letters, digits and "_"')
    if args.login < 0:
        raise BadInput(f'"--login {args.login}" names no login; they are counted from 1')
    if args.real_values and not args.to:
        raise BadInput('"--real-values" keeps a customer\'s data in the file; name a folder of your own with "--to"')


def _file(args: argparse.Namespace, repro: Repro) -> Path:
    """Where the repro goes: a name nobody has yet, unless one was asked for."""
    from harness.repro.file import FOLDER

    folder = Path(args.to) if args.to else FOLDER
    if args.name:
        path = folder / f"{args.name}.toml"
        if path.exists() and not args.overwrite:
            raise BadInput(f'"{path}" is there already; choose another --name, or replace it with "--overwrite"')
        return path
    stem = re.sub(r"[^a-z0-9]+", "_", (repro.found or f"{repro.idp}_login").lower()).strip("_")
    names = (stem, *(f"{stem}_{number}" for number in range(2, 1000)))
    return next(folder / f"{name}.toml" for name in names if not (folder / f"{name}.toml").exists())


def _written(repro: Repro, path: Path) -> int:
    if not repro.end:
        print('how it ended is not known: the file says "signed in"; edit "end", or run it without --no-run')
        repro = replace(repro, end="signed in")
    _write(repro, path)
    return 0


def _write(repro: Repro, path: Path) -> None:
    from harness.repro.file import write

    word = "overwrote " if path.exists() else "written   "
    try:
        write(repro, path)
    except OSError as error:
        raise BadInput(f'"{path}" cannot be written ({error.strerror}); name another folder with "--to"') from None
    print(f"{word} {path}")


def _rerun(args: argparse.Namespace, repro: Repro, path: Path) -> int:
    from harness import browser
    from harness.gateway.sockets import PortTaken
    from harness.own_app import finding
    from harness.own_app.mistakes import AppFailed, DoesNotApply
    from harness.repro.rerun import rerun

    target = finding.target(args.target or "reference")
    try:
        done = rerun(repro, target, f"repro/{path.stem}", REPORT)
    except (browser.NoBrowser, AppFailed, DoesNotApply, PortTaken) as error:
        _written(repro, path)
        raise BadInput(f"it was not run: {error}") from None
    _write(done.repro, path)
    if done.adopted:
        print(f"rehearsed  how it ended at the customer is not known; here: {done.observed}")
    else:
        print("reproduced" if done.reproduced else f"differs    {done.differs}")
    print(f"timeline   {done.timeline / 'timeline.html'}  (sso-harness trace {done.timeline})")
    return 0 if done.reproduced else 1


COMMAND = Command(
    help="from what a customer sent (HAR, address, error, token, settings) to a login that shows the same",
    arguments=_arguments,
    run=_run,
)
