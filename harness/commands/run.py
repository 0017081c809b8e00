"""sso-harness run [CASE …] [--idp okta] [--region eu] [-n 2] [any option of pytest]"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from pathlib import Path
from typing import Self, TextIO

from harness import browser, catalogue, shard
from harness.command import INTERRUPTED, BadInput, Command
from harness.own_app import finding
from harness.target import Elsewhere

WITH_A_WORD = ("-k", "-m", "-p", "-o", "-c", "-W", "-r", "--maxfail", "--tb", "--junitxml", "--durations", "--deselect")
"""pytest's options that are followed by a word of their own, which must not be taken for a case."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", nargs="*", metavar="CASE", help="an id such as login/happy, or a folder such as login")
    parser.add_argument("--idp", action="append", default=[], metavar="NAME", help="only this IdP (may be repeated)")
    parser.add_argument("--region", action="append", default=[], metavar="NAME", help="only this region")
    parser.add_argument(
        "--regions-in-turn", action="store_true", help="each scenario at each IdP in one region only: half the logins"
    )
    parser.add_argument("--target", metavar="NAME", help="the relying party: a name, or a file sso-harness.toml")
    parser.add_argument("--headed", action="store_true", help="show the browser")
    parser.add_argument("-n", default="0", metavar="N", help="workers (default: this process alone)")
    parser.add_argument("--shard", metavar="K/N", help="only the K-th of N parts, for a CI matrix")
    parser.add_argument(
        "--report", default="report", metavar="FOLDER", help='where the report goes (default: report; "" for none)'
    )
    parser.add_argument("--black-box", action="store_true", help="judge by what any app shows, never by check codes")
    parser.add_argument("--browser-ws", metavar="URL", help="a browser that runs elsewhere (Playwright's run-server)")
    for option in WITH_A_WORD:
        parser.add_argument(option, action="append", default=[], metavar="…", dest=option, help=argparse.SUPPRESS)


def _one_of(option: str, asked: list[str], known: tuple[str, ...]) -> list[str]:
    for name in asked:
        if name not in known:
            raise BadInput(f'unknown {option} "{name}"; choose one of {", ".join(known)}')
    return [word for name in asked for word in (option.replace("--", "--sso-"), name)]


def _of_target(args: argparse.Namespace) -> list[str]:
    """The options that the target decides: its name, and how many workers it stands."""
    name = args.target or finding.default()
    target = finding.target(name)
    workers = args.n
    if workers != "0" and isinstance(target, Elsewhere) and not target.parallel:
        print(
            f'one worker instead of {workers}: "{target.name}" has one fixed port; "{{port}}" in "app.listens" lifts that'
        )
        workers = "0"
    options = ["--sso-target", str(Path(name).resolve()) if Path(name).exists() else name]
    return [*options, "-n", workers] if workers != "0" else options


def _elsewhere(args: argparse.Namespace) -> list[str]:
    """The options of a CI matrix: which part of the scenarios, and whose browser."""
    if args.browser_ws and not args.browser_ws.startswith(("ws://", "wss://")):
        raise BadInput(
            f'--browser-ws "{args.browser_ws}" is no WebSocket address; write one such as "ws://127.0.0.1:3000"'
        )
    options = ["--sso-browser-ws", args.browser_ws] if args.browser_ws else []
    return options if args.shard is None else [*options, "--sso-shard", "{}/{}".format(*shard.parts(args.shard))]


def _path(case: str) -> Path:
    folder = catalogue.FOLDER
    for path in (folder / f"{case}.py", folder / f"{case}.toml", folder / case, Path(case)):
        if path.exists():
            return path
    like = ", ".join(catalogue.nearest(case))
    raise BadInput(
        f'no scenario "{case}"; ' + (f"did you mean {like}?" if like else '"sso-harness list" shows them all')
    )


def _scenario_files(paths: list[Path]) -> list[Path]:
    """The scenario files below `paths`, each seen to keep its promise, so that a broken one is one line and no run."""
    files = [
        file for path in paths for file in (catalogue.files(path) if path.is_dir() else [path]) if file.name[0] != "_"
    ]
    for file in files:
        catalogue.load(file)
    return files


def _browser(*, headed: bool, elsewhere: str | None) -> None:
    """See that there is a browser before a hundred scenarios fail for want of one."""
    if elsewhere:
        if headed:
            raise BadInput(
                "--headed opens no window of a browser that runs elsewhere; leave out --headed or --browser-ws"
            )
        from harness import remote_browser

        remote_browser.see_that_it_works(elsewhere)
        return
    try:
        found = browser.find(headed=headed)
    except browser.NoBrowser as error:
        raise BadInput(str(error)) from None
    if found is None:
        kind = "browser with a window" if headed else "browser"
        raise BadInput(f"no {kind} was found; run make setup, or name one in {browser.VARIABLE}")


class _Complaints:
    """Keeps what pytest says of its command line to itself, so that it can be said in one line."""

    def __init__(self) -> None:
        self._said = io.StringIO()
        self._hush: contextlib.redirect_stderr[TextIO] = contextlib.redirect_stderr(self._said)

    def __enter__(self) -> Self:
        self._hush.__enter__()
        return self

    def pytest_configure(self) -> None:
        """The command line is understood: from here on pytest speaks for itself."""
        self._hush.__exit__(None, None, None)
        self._hush = contextlib.redirect_stderr(sys.stderr)
        self._hush.__enter__()

    def __exit__(self, *_: object) -> None:
        self._hush.__exit__(None, None, None)

    def first(self) -> str:
        """The complaint itself, without pytest's usage lines around it."""
        lines = [line.partition("error: ")[2] for line in self._said.getvalue().splitlines() if "error: " in line]
        return lines[0] if lines else self._said.getvalue().strip().partition("\n")[0].removeprefix("ERROR: ")


def _report(folder: str) -> list[str]:
    """The option for the report; its folder is seen to be one before a hundred scenarios fail for want of it."""
    if not folder:
        return []
    path = Path(folder).resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(
            f'the report "{folder}" cannot be written ({error.strerror}); name another folder with --report'
        ) from None
    return ["--sso-report", str(path)]


def _run(args: argparse.Namespace) -> int:
    import pytest

    chosen = _one_of("--idp", args.idp, catalogue.idps()) + _one_of("--region", args.region, catalogue.regions())
    chosen += _of_target(args) + _elsewhere(args)
    paths = [_path(case) for case in args.cases] or [catalogue.FOLDER]
    _scenario_files(paths)
    _browser(headed=args.headed, elsewhere=args.browser_ws)
    options = ["-q", "--no-header", "--rootdir", str(catalogue.FOLDER.parent), "--sso-rehearse", *chosen]
    options += [
        "--import-mode=importlib"
    ]  # files of one name in two topics are two scenarios, also where no pyproject.toml says so
    options += ["-rN"]  # pytest's summary would tell every red a second time, and in CI at full length
    options += ["-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"]  # the plug-in is this package
    options += ["--sso-headed"] if args.headed else []
    options += ["--sso-regions-in-turn"] if args.regions_in_turn else []
    options += ["--sso-black-box"] if args.black_box else []
    options += _report(args.report)
    options += [word for option in WITH_A_WORD for value in getattr(args, option) for word in (option, value)]
    with _Complaints() as complaints:
        code = int(pytest.main([*options, *args.rest, *map(str, paths)], plugins=[complaints]))
    if code == pytest.ExitCode.USAGE_ERROR:
        raise BadInput(f'{complaints.first()}; "sso-harness run --help" and "pytest --help" show what is understood')
    if code == pytest.ExitCode.NO_TESTS_COLLECTED:
        if args.shard is not None and shard.parts(args.shard)[0] > 1:
            print(f"shard {args.shard} is empty: there are fewer cells than shards")
            return 0  # as the first shard never is where there is anything to rehearse, it tells when there is nothing
        raise BadInput("nothing to rehearse: no scenario applies to what was asked for")
    return INTERRUPTED if code == pytest.ExitCode.INTERRUPTED else code


COMMAND = Command(
    help="rehearse: all scenarios, or those named, at each IdP and region",
    arguments=_arguments,
    run=_run,
    passes_on=True,
)
