"""sso-harness list [--json]"""

from __future__ import annotations

import argparse
import json

from harness import catalogue
from harness.command import Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs")


def _rows() -> list[dict[str, object]]:
    return [
        {
            "case": case,
            "rule": page.partition("\n")[0],
            "spec": scenario.spec,
            "expected": str(scenario.expected),
            "fault": scenario.fault,
            "idps": list(scenario.idps or catalogue.idps()),
            "covers": list(scenario.covers),
        }
        for case, (scenario, page) in catalogue.scenarios().items()
    ]


def _run(args: argparse.Namespace) -> int:
    rows = _rows()
    if args.json:
        print(json.dumps(rows, indent=2))
        return 0
    width = max(len(str(row["case"])) for row in rows)
    for row in rows:
        print(f"{row['case']:{width}}  {row['rule']}")
    return 0


COMMAND = Command(help="list every scenario", arguments=_arguments, run=_run)
