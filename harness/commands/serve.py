"""sso-harness serve [--target FILE] [--org acme] [--start] [--env FILE] [--format env|shell|json] [--plain]"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from harness.command import BadInput, Command
from harness.gateway.sockets import PortTaken
from harness.own_app import environment, finding
from harness.own_app.mistakes import AppFailed
from harness.own_app.plain import LOST
from harness.own_app.serving import Serving


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--target", metavar="NAME", help="the relying party: a name, or a file sso-harness.toml")
    parser.add_argument(
        "--org", default="", metavar="NAME", help="the customer whose connection the app is given first"
    )
    parser.add_argument("--start", action="store_true", help="start the app as its description says")
    parser.add_argument("--env", metavar="FILE", help="write the variables to this file, for its owner only")
    parser.add_argument("--format", choices=tuple(environment.FORMATS), default="env", help="how they are written")
    parser.add_argument("--plain", action="store_true", help="issuers over plain HTTP, without proxy and CA")
    parser.add_argument("--redirect-uri", action="append", default=[], metavar="URL", help="register this one too")


def _run(args: argparse.Namespace) -> int:
    serving = Serving(
        finding.target(args.target or finding.default()),
        plain=args.plain,
        started_by_hand=not args.start,
        redirect_uris=tuple(args.redirect_uri),
    )
    # Whoever ends us in the usual ways gets an orderly end: no process, port or file stays.
    _on_the_end(_as_interrupt, signal.SIGTERM, signal.SIGHUP)
    try:
        serving.start(args.org)
        _tell(serving, args)
        signal.pause()
    except (AppFailed, PortTaken) as failed:
        raise BadInput(str(failed)) from None
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
    finally:
        _on_the_end(
            signal.SIG_IGN, signal.SIGINT, signal.SIGTERM, signal.SIGHUP
        )  # a second Ctrl-C would leave half of it
        serving.stop()
    return 0


def _on_the_end(does: Callable[[int, FrameType | None], None] | signal.Handlers, *signals: signal.Signals) -> None:
    """Have signals that end us do `does`, but those that whoever started us has us ignore (nohup)."""
    for number in signals:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, does)


def _as_interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


def _tell(serving: Serving, args: argparse.Namespace) -> None:
    written = environment.FORMATS[args.format](serving.variables())
    remarks = list(serving.where())
    if args.env:
        _write(Path(args.env), written)
        remarks.insert(0, f"written to {args.env}")
    else:
        print(written, end="")
    if args.plain:
        remarks.append(LOST)
    remarks.append(
        'in another terminal: "sso-harness exec -- CMD", "sso-harness open", "sso-harness set"; Ctrl-C ends it'
    )
    # JSON knows no remarks, and the rest may be redirected into a file.
    print("\n".join(f"# {remark}" for remark in remarks), file=sys.stderr if args.format == "json" else sys.stdout)
    sys.stdout.flush()


def _write(path: Path, text: str) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise BadInput(f'"{path}" cannot be written ({error.strerror}); name another file for --env') from None
    with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - it takes the descriptor made with 0600
        file.write(text)


COMMAND = Command(help="keep the world up for hand work, and say how programs reach it", arguments=_arguments, run=_run)
