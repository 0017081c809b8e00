"""sso-harness validate-adapter NAME [--claims-only] [-n 2] [--sign-off]"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from harness import catalogue
from harness.adapter_checklist import sheet, walks
from harness.adapter_checklist.rules import RULES, Rule
from harness.adapter_checklist.sheet import Row
from harness.adapter_checklist.subject import examined
from harness.command import INTERRUPTED, BadInput, Command
from harness.commands import run
from harness.report import summary

SIGN_OFFS = Path("docs") / "sign-off"
"""Where sign-offs are kept, one file each."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the adapter, such as okta")
    parser.add_argument("--claims-only", action="store_true", help="only the reading of claims: no browser, one second")
    parser.add_argument("-n", default="0", metavar="N", help="workers for the logins (default: this process alone)")
    parser.add_argument("--sign-off", action="store_true", help=f"keep the result as {SIGN_OFFS}/NAME.json")
    parser.add_argument(
        "--report", default="report/adapters", metavar="FOLDER", help="where NAME.md, .html and .json go"
    )


def _run(args: argparse.Namespace) -> int:
    signed = SIGN_OFFS / f"{args.name}.json"
    before = sheet.load(signed, args.name)
    with examined(args.name) as subject:
        label = subject.adapter.label
        rows = [_of_claims(rule, rule.look(subject)) for rule in RULES]
    if not args.claims_only:
        rows += _of_logins(args.name, args.n)
    told = sheet.compared(rows, args.name, label, before)
    _leave(told, Path(args.report))
    _print(told)
    if args.sign_off:
        sheet.save(told, signed)
        print(f"signed off: {signed}")
    return 1 if told.red else 0


def _of_claims(rule: Rule, wrong: str) -> Row:
    return Row(rule.group, rule.id, rule.sentence, rule.source, "red" if wrong else "green", wrong)


def _of_logins(name: str, workers: str) -> Iterator[Row]:
    """Rehearse everything at this IdP, and make a row of each scenario."""
    with tempfile.TemporaryDirectory(prefix="sso-harness-") as folder:
        parser = argparse.ArgumentParser()
        run.COMMAND.arguments(parser)
        args = parser.parse_args(["--idp", name, "-n", workers, "--report", folder])
        args.rest = []
        if run.COMMAND.run(args) == INTERRUPTED:
            raise KeyboardInterrupt
        found = summary.cells_of(Path(folder))
    if not found:
        raise BadInput(f'no login was rehearsed at "{name}"; the lines above say why')
    pages = catalogue.scenarios()
    for case, (result, reason, group) in sorted(walks.results(found, name).items()):
        scenario, page = pages[case]
        yield Row(group, case, page.partition("\n")[0], scenario.spec, result, reason)


def _leave(told: sheet.Sheet, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending, text in (("md", sheet.markdown(told)), ("html", sheet.html(told)), ("json", sheet.as_json(told))):
            (folder / f"{told.adapter}.{ending}").write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f'"{folder}" cannot be written ({error.strerror}); name another with --report') from None
    print(f"checklist: {folder / told.adapter}.html (.md, .json)")


def _print(told: sheet.Sheet) -> None:
    for group, rows in told.groups().items():
        print(group)
        width = max(len(row.rule) for row in rows)
        for row in rows:
            remark = "; ".join(filter(None, (row.change, row.reason if row.result != "green" else "")))
            print(
                f"  {sheet.SIGNS[row.result]} {row.rule:{width}}  {row.sentence}"
                + (f"\n      {remark}" if remark else "")
            )
    for rule in told.gone:
        print(f"signed off, but not tried this time: {rule}")
    print(told.ending())


COMMAND = Command(
    help="QA's checklist for an adapter of the relying party: rule by rule", arguments=_arguments, run=_run
)
