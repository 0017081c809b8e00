"""sso-harness run [CASE …] [--idp okta] [--region eu] [-n 2] [any option of pytest]"""

from __future__ import annotations

import argparse
from pathlib import Path

from harness import catalogue
from harness.command import BadInput, Command

EXIT = {2: 130, 4: 2, 5: 2}
"""pytest's exit codes in this command's words: interrupted, usage error, nothing to run."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", nargs="*", metavar="CASE", help="an id such as login/happy, or a folder such as login")
    parser.add_argument("--idp", action="append", default=[], metavar="NAME", help="only this IdP (may be repeated)")
    parser.add_argument("--region", action="append", default=[], metavar="NAME", help="only this region")
    parser.add_argument("--target", default="reference", metavar="NAME", help="the relying party to rehearse")
    parser.add_argument("--headed", action="store_true", help="show the browser")
    parser.add_argument("-n", default="0", metavar="N", help="workers (default: this process alone)")


def _one_of(option: str, asked: list[str], known: tuple[str, ...]) -> list[str]:
    for name in asked:
        if name not in known:
            raise BadInput(f'unknown {option} "{name}"; choose one of {", ".join(known)}')
    return [word for name in asked for word in (option, name)]


def _path(case: str) -> Path:
    for path in (catalogue.FOLDER / f"{case}.py", catalogue.FOLDER / case, Path(case)):
        if path.exists():
            return path
    like = ", ".join(catalogue.nearest(case))
    raise BadInput(
        f'no scenario "{case}"; ' + (f"did you mean {like}?" if like else '"sso-harness list" shows them all')
    )


def _run(args: argparse.Namespace) -> int:
    import pytest

    chosen = _one_of("--idp", args.idp, catalogue.idps()) + _one_of("--region", args.region, catalogue.regions())
    _one_of("--target", [args.target], tuple(catalogue.targets()))
    paths = [str(_path(case)) for case in args.cases] or [str(catalogue.FOLDER)]
    options = ["-q", "--no-header", "--rootdir", str(catalogue.FOLDER.parent), "--target", args.target, *chosen]
    options += ["-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"]  # the plug-in is this package
    options += ["--headed"] if args.headed else []
    options += ["-n", args.n] if args.n != "0" else []
    code = int(pytest.main([*options, *args.rest, *paths]))
    return EXIT.get(code, code)


COMMAND = Command(
    help="rehearse: all scenarios, or those named, at each IdP and region",
    arguments=_arguments,
    run=_run,
    passes_on=True,
)
