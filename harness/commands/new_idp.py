"""sso-harness new-idp NAME --discovery doc.json [--jwks keys.json] [--claims token.txt] [--label "Ping One"]"""

from __future__ import annotations

import argparse
import subprocess
import sys

from harness import catalogue
from harness.command import BadInput, Command
from harness.newcomer import documents, draft
from harness.newcomer.documents import Sample
from harness.reference_rp import adapters

_PATIENCE = 120
"""Seconds that the first look at the new issuer may take."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help='how it is called in commands and addresses, such as "ping_one"')
    parser.add_argument("--discovery", required=True, metavar="FILE", help='its discovery document, or "-"')
    parser.add_argument("--jwks", metavar="FILE", help="its key set, for the form of its keys")
    parser.add_argument(
        "--claims", metavar="FILE", help="one ID token, or its claims as JSON; no value of a person is kept"
    )
    parser.add_argument("--label", default="", metavar="TEXT", help="how people call it")


def _run(args: argparse.Namespace) -> int:
    name = draft.named(
        args.name, {**catalogue.vendors(), **dict.fromkeys(adapters.names()), "core": None, "faults": None}
    )
    document = documents.discovery(args.discovery)
    keys = documents.jwks(args.jwks) if args.jwks else []
    sample = documents.sample(args.claims) if args.claims else Sample()
    made = draft.made(name, document, keys, sample, label=args.label)
    texts = draft.files(made)
    draft.write(catalogue.FOLDER.parent, texts)
    print("written:", *texts, sep="\n  ")
    print("guessed, each to be looked at:", *made.guesses, sep="\n  ")
    _first_look(name)
    print("next:")
    print(f"  sso-harness validate-adapter {name}   # QA's checklist for the relying party's adapter")
    print(f"  sso-harness run --idp {name}          # every scenario, in a browser")
    print(f"  python -m pytest tests/contract -k {name}")
    return 0


def _first_look(name: str) -> None:
    """Ask the new issuer in a process of its own, which finds it in its folder as every later run will."""
    command = [sys.executable, "-c", "from harness.cli import main; raise SystemExit(main())", "compare", "--idp", name]
    try:
        seen = subprocess.run(  # noqa: S603 - this very program
            command, capture_output=True, text=True, timeout=_PATIENCE, cwd=catalogue.FOLDER.parent, check=False
        )
    except subprocess.TimeoutExpired:
        raise BadInput(
            f'the new issuer did not answer in {_PATIENCE} s; look at it with "sso-harness compare --idp {name}"'
        ) from None
    if seen.returncode != 0:
        last = (seen.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise BadInput(
            f"the files are written, but the new issuer does not work yet: {last}; correct mock_idps/{name}/vendor.toml"
        )
    print("first login, without a browser: it works")


COMMAND = Command(
    help="draft a new IdP from its discovery document: issuer, adapter, docs page", arguments=_arguments, run=_run
)
