"""sso-harness check-connection --issuer URL --client-id ID [--redirect-uri URL] [--client-secret -] [--live]; sso-harness check-connection settings.txt"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from harness.command import BadInput, Command

SETTINGS = ("idp", "issuer", "client_id", "client_secret", "redirect_uri")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "pasted",
        nargs="*",
        metavar="TEXT",
        help='a file or pasted lines such as "Client ID: …"; - reads standard input',
    )
    parser.add_argument("--idp", metavar="NAME", help="the IdP (default: told by the issuer)")
    parser.add_argument("--issuer", "--domain", metavar="URL", help="the issuer URL or the IdP's domain")
    parser.add_argument("--client-id", metavar="ID")
    parser.add_argument("--client-secret", metavar="SECRET", help="- reads it from standard input; it is never shown")
    parser.add_argument("--redirect-uri", metavar="URL", help="as registered at the IdP")
    parser.add_argument(
        "--live", action="store_true", help="also read the real discovery document (network; no secrets)"
    )


def _run(args: argparse.Namespace) -> int:
    from harness.diagnosis import connection

    verdict = connection.check(_told(args))
    if args.live and not verdict.stops:
        if not verdict.issuer:
            raise BadInput('"--live" needs an issuer to read from; add "--issuer https://…"')
        verdict.hints += connection.look(verdict)
    print("\n".join(connection.lines(verdict, live=args.live)))
    return 1 if verdict.stops else 0


def _told(args: argparse.Namespace) -> dict[str, str]:
    """The settings: of pasted lines, overridden by options."""
    from harness.evidence import settings

    told: dict[str, str] = {}
    for given in args.pasted:
        told |= settings.read(_text(given))
    for name in SETTINGS:
        if (value := getattr(args, name)) is not None:
            told[name] = (sys.stdin.readline() if name == "client_secret" and value == "-" else value).strip()
    if not told:
        raise BadInput('no settings to look at; paste "Issuer: …", "Client ID: …" or give --issuer and --client-id')
    return told


def _text(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    try:
        return Path(given).read_text("utf-8-sig", "replace") if Path(given).is_file() else given
    except (OSError, ValueError):
        return given


COMMAND = Command(
    help="say what is wrong with connection settings before anybody signs in", arguments=_arguments, run=_run
)
