"""sso-harness list [--json] [--covers oidf|rfc9700|customer]"""

from __future__ import annotations

import argparse
import json
from typing import Any

from harness import catalogue
from harness.command import BadInput, Command
from harness.coverage.listed import answered


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument(
        "--covers",
        metavar="LIST",
        help=f"which scenario answers which test, rule or story of a list: {', '.join(catalogue.lists())}",
    )


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


def _coverage(name: str) -> dict[str, Any]:
    """A list, entry by entry, with the scenarios that answer each, or why none does.

    Raises:
        BadInput: There is no such list.
    """
    lists = catalogue.lists()
    if name not in lists:
        raise BadInput(f'no list "{name}"; there are {", ".join(lists)}')
    listed = lists[name]
    found = answered(name, listed, {case: scenario.covers for case, (scenario, _) in catalogue.scenarios().items()})
    entries = [
        {"id": entry, "asks": told.asks, "scenarios": found[entry], "not_covered": told.not_covered}
        for entry, told in listed.entries.items()
    ]
    return {"list": name, "title": listed.title, "source": listed.source, "entries": entries}


def _print_coverage(told: dict[str, Any]) -> None:
    covered = [it for it in told["entries"] if it["scenarios"]]
    others = [it for it in told["entries"] if not it["scenarios"]]
    print(f"{told['title']}\n{told['source']}\n")
    for it in covered:
        print(f"  {it['id']}\n      {it['asks']}")
        for case in it["scenarios"]:
            print(f"      ✓ {case}")
    if others:
        print("\nnot covered:\n")
    for it in others:
        print(f"  {it['id']}\n      {it['asks']}\n      · {it['not_covered']}")
    rest = f", {len(others)} not, each with its reason" if others else ""
    print(f"\n{len(covered)} of {len(told['entries'])} covered{rest}")


def _run(args: argparse.Namespace) -> int:
    if args.covers is not None:
        told = _coverage(args.covers)
        if args.json:
            print(json.dumps(told, indent=2, ensure_ascii=False))
        else:
            _print_coverage(told)
        return 0
    rows = _rows()
    if args.json:
        print(json.dumps(rows, indent=2))
        return 0
    width = max(len(str(row["case"])) for row in rows)
    for row in rows:
        print(f"{row['case']:{width}}  {row['rule']}")
    return 0


COMMAND = Command(
    help="list every scenario, or what of other people's lists they cover", arguments=_arguments, run=_run
)
