"""sso-harness open [--org acme] [--as alice] [--picture FILE]"""

from __future__ import annotations

import argparse
from pathlib import Path

from harness.command import Command
from harness.control import standing
from harness.own_app.visit import Visit


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--org", default="acme", metavar="NAME", help="the customer (default: acme, at Entra)")
    parser.add_argument("--as", dest="person", default="", metavar="PERSON", help="sign in as alice, bob or uma")
    parser.add_argument("--picture", metavar="FILE", help="no window: write a picture of the page where it ends (.png)")


def _run(args: argparse.Namespace) -> int:
    told = standing.find(standing.folder(), Path.cwd()).ask("/browser", org=args.org)
    visit = Visit(args.org, args.person, told["arguments"], told["description"], tuple(told["hosts"]))
    print(visit.open(Path(args.picture) if args.picture else None))
    return 0


COMMAND = Command(help="open a browser in the served world, signed in if you like", arguments=_arguments, run=_run)
