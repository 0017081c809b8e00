"""sso-harness compare [--idp okta …] [--markdown]"""

from __future__ import annotations

import argparse

from harness import catalogue, comparison, people
from harness.command import BadInput, Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--idp", action="append", default=[], metavar="NAME", help="only this IdP (may be repeated)")
    parser.add_argument("--region", default="us", metavar="NAME", help="the region whose customers are asked (us)")
    parser.add_argument("--markdown", action="store_true", help="one Markdown table instead of a list by question")


def _run(args: argparse.Namespace) -> int:
    served = tuple(
        idp for idp in catalogue.idps() if any((it.idp, it.region) == (idp, args.region) for it in people.ORGANISATIONS)
    )
    if not served:
        raise BadInput(f'unknown --region "{args.region}"; choose one of {", ".join(catalogue.regions())}')
    for idp in args.idp:
        if idp not in served:
            raise BadInput(f'unknown --idp "{idp}"; choose one of {", ".join(served)}')
    idps = tuple(args.idp) or served
    if args.markdown:
        print("| | " + " | ".join(idps) + " |")
        print("|---" * (len(idps) + 1) + "|")
    for question, answers in comparison.table(idps, args.region):
        if args.markdown:
            print(f"| {question} | " + " | ".join(answers[idp].replace("|", "\\|") for idp in idps) + " |")
        else:
            print(question)
            for idp in idps:
                print(f"  {idp:{max(map(len, idps))}}  {answers[idp]}")
    return 0


COMMAND = Command(help="show how the issuers differ, found out by asking each of them", arguments=_arguments, run=_run)
