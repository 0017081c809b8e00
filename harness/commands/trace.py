"""sso-harness trace login/happy --idp okta [--region eu] [--to FOLDER] [--har FILE]; sso-harness trace FOLDER"""

from __future__ import annotations

import argparse
import json
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from harness import browser, catalogue
from harness.command import BadInput, Command
from harness.own_app import finding
from harness.record.shelf import TRACES, find
from harness.target import LOGS

if TYPE_CHECKING:
    from harness.record.recording import Recording


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", help="a scenario's id, such as login/happy, or a recording: its folder, file or name")
    parser.add_argument("--idp", metavar="NAME", help="the IdP (default: the first that the scenario runs at)")
    parser.add_argument("--region", metavar="NAME", help="the region (default: the first)")
    parser.add_argument("--target", metavar="NAME", help="the relying party: a name, or a file sso-harness.toml")
    parser.add_argument("--to", default=str(TRACES), metavar="FOLDER", help=f"where it is kept (default: {TRACES})")
    parser.add_argument("--har", metavar="FILE", help="also write it as HAR 1.2, for a browser's developer tools")
    parser.add_argument("--all", action="store_true", help="tell of files and inner steps too")
    parser.add_argument("--open", action="store_true", help="open the timeline in the desktop's browser")
    parser.add_argument("--unmasked", action="store_true", help="leave secrets readable")
    parser.add_argument("--headed", action="store_true", help="show the browser")
    parser.add_argument("--seed", type=int, metavar="N", help="seed of the issuers' randomness")


def _run(args: argparse.Namespace) -> int:
    from harness.report import har, narration
    from harness.report.story import tell

    kept = find(args.case)
    recording, twin, folder = _kept(kept) if kept else _made(args)
    for line in narration.lines(tell(recording, twin), inner=args.all):
        print(line)
    if args.har:
        _write(Path(args.har), json.dumps(har.document(recording), ensure_ascii=False))
        print(f"HAR       {args.har}")
    page = folder / "timeline.html"
    print(f"timeline  {page}")
    if (folder / "trace.zip").exists():
        print(f"trace     {Path(sys.executable).parent / 'playwright'} show-trace {folder / 'trace.zip'}")
    if args.open:
        webbrowser.open(page.resolve().as_uri())
    if recording.trouble:
        raise BadInput("; ".join(recording.trouble))
    return 0 if recording.end is not None and recording.end.passed else 1


def _kept(path: Path) -> tuple[Recording, None, Path]:
    """A recording that is there already; its timeline is drawn anew."""
    from harness.record.recording import NoRecording, read
    from harness.report.page import timeline

    try:
        recording = read(path)
    except NoRecording as error:
        raise BadInput(str(error)) from None
    folder = path if path.is_dir() else path.parent
    if not (folder / "timeline.html").exists():
        _write(folder / "timeline.html", timeline(recording, folder=folder))
    return recording, None, folder


def _made(args: argparse.Namespace) -> tuple[Recording, Recording | None, Path]:
    """Rehearse the case with everything on."""
    from harness.record.camera import Depth
    from harness.recorded import RecordedRehearsal

    idp, region = _place(args)
    scenario, page = catalogue.scenarios()[args.case]
    _writable(Path(args.to))
    rehearsal = RecordedRehearsal(
        finding.target(args.target or finding.default()),
        Path(args.to),
        depth=Depth().closest,
        masked=not args.unmasked,
        headed=args.headed,
        seed=args.seed,
        logs=Path(args.to).resolve() / LOGS,
    )
    try:
        rehearsal.start()
        rehearsal.announce(args.case, page)
        rehearsal.rehearse(scenario, idp, region)
    except browser.NoBrowser as error:
        raise BadInput(str(error)) from None
    finally:
        rehearsal.stop()
    if rehearsal.recording is None:
        raise BadInput(f'"{args.case}" at {idp} left no recording: the app under test failed before the login began')
    return rehearsal.recording, rehearsal.twin, rehearsal.folder(idp, region)


def _place(args: argparse.Namespace) -> tuple[str, str]:
    """The IdP and the region, as asked or the first that fit."""
    if args.case not in catalogue.scenarios():
        like = "" if args.case.startswith(("/", ".")) else ", ".join(catalogue.nearest(args.case))
        hint = f"did you mean {like}?" if like else '"sso-harness list" shows them all'
        raise BadInput(f'no scenario and no recording "{args.case}"; {hint}')
    scenario, _ = catalogue.scenarios()[args.case]
    idps = scenario.idps or catalogue.idps()
    regions = scenario.regions or catalogue.regions()
    for what, asked, known in (("--idp", args.idp, idps), ("--region", args.region, regions)):
        if asked and asked not in known:
            raise BadInput(f'"{args.case}" does not run at {what} "{asked}"; choose one of {", ".join(known)}')
    return args.idp or idps[0], args.region or regions[0]


def _writable(folder: Path) -> None:
    """Before anything is started: whether there is a place for what comes of it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f'"{folder}" cannot be written ({error.strerror}); name another with --to') from None


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f'"{path}" cannot be written ({error.strerror}); name another') from None


COMMAND = Command(help="rehearse one login and show it hop by hop", arguments=_arguments, run=_run)
