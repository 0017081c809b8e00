"""sso-harness exec [--org acme] [--hosts] -- npm start"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from harness.command import BadInput, Command
from harness.control import standing
from harness.own_app import namespace


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--org", default="", metavar="NAME", help="with this customer's connection, as described")
    parser.add_argument(
        "--hosts", action="store_true", help="for programs that ignore proxies: an /etc/hosts of its own"
    )
    parser.add_argument("words", nargs="*", metavar="CMD", help="after --; else the command of the description")


def _run(args: argparse.Namespace) -> int:
    world = standing.find(standing.folder(), Path.cwd())
    told = world.ask("/environment", org=args.org, hosts="yes" if args.hosts else "")
    command = args.words or told["command"]
    if not command:
        raise BadInput("there is no command; write one after --, such as: sso-harness exec -- npm start")
    if args.hosts:
        command = namespace.with_hosts(Path(world.ask("/hosts")["hosts_file"]), command)
    try:
        # In place of this process: signals, terminal and exit code are the command's own.
        os.execvpe(command[0], command, {**os.environ, **told["variables"]})  # noqa: S606 - the person's own command
    except OSError as error:
        raise BadInput(f'"{command[0]}" cannot be started: {error.strerror}; correct the command') from None


COMMAND = Command(help="run a command where it reaches the served world", arguments=_arguments, run=_run)
