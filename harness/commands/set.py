"""sso-harness set KEY=VALUE … [--idp okta] [--org acme] [--as alice]"""

from __future__ import annotations

import argparse
from pathlib import Path

from harness.command import BadInput, Command
from harness.control import standing

_KEYS = (
    "fault=NAME|none, clock=+1h|0, keys=rotated|announced|promoted|retired, reset=all, and of a person: "
    "state=locked|active|…, email=ADDRESS|none, name=, password=, groups=A,B, assigned=yes|no"
)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("changes", nargs="+", metavar="KEY=VALUE", help=_KEYS)
    parser.add_argument("--idp", default="", metavar="NAME", help="only at this IdP")
    parser.add_argument("--org", default="", metavar="NAME", help="only at this customer's IdP")
    parser.add_argument("--as", dest="person", default="", metavar="PERSON", help="whose account: alice, bob, uma")


def _run(args: argparse.Namespace) -> int:
    changes = {}
    for change in args.changes:
        key, equals, value = change.partition("=")
        if not equals:
            raise BadInput(f'"{change}" is no change; write KEY=VALUE, such as fault=expired')
        changes[key] = value
    world = standing.find(standing.folder(), Path.cwd())
    body = {"idp": args.idp, "org": args.org, "person": args.person, "changes": changes}
    for line in world.tell("/set", body)["said"]:
        print(line)
    return 0


COMMAND = Command(help="change the served world: directory, faults, clock, keys", arguments=_arguments, run=_run)
