"""The readers of a whole run: JUnit, GitHub, summary, and the folder they end up in."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from harness.report import assembly, cells, github, junit, summary
from harness.report.cells import Cell
from harness.report.summary import Summary

GREEN = Cell("login/happy", "okta", "us", "passed", target="reference", expected="alice is signed in", file="a.py")
RED = Cell("id_token/wrong_key", "okta", "eu", "failed", reason="expected: x; observed: y", file="scenarios/b.py")
SKIPPED = Cell("login/deep_link", "okta", "us", "skipped", reason='target "mine" lacks deep_links')
PAGES = {"login/happy": ("A person signs in.\n\nElse nobody would.", "OIDC Core 1.0, 3.1")}
PROCESS = os.getpid()


def told(*found: Cell, before: dict[tuple[str, str, str], str] | None = None) -> Summary:
    """A run."""
    return Summary(found, 1_000.0, before or {})


def parsed(*found: Cell) -> ET.Element:
    """The JUnit file of a run."""
    return ET.fromstring(junit.document(told(*found)))


def test_junit_counts(tmp_path: Path) -> None:
    """A CI system reads the counts from the suite."""
    (suite,) = parsed(GREEN, RED, SKIPPED)

    assert [suite.get(it) for it in ("tests", "failures", "errors", "skipped")] == ["3", "1", "0", "1"]


def test_junit_holds_properties() -> None:
    """What the harness knows of a cell stands in its properties."""
    found = {it.get("name"): it.get("value") for it in parsed(GREEN).iter("property")}

    assert found["expected"] == "alice is signed in"
    assert found["again"] == "sso-harness run login/happy --idp okta --region us"


def test_junit_says_why() -> None:
    """Failure and skip carry their reason."""
    suite = parsed(RED, SKIPPED)

    assert [it.get("message") for it in (*suite.iter("failure"), *suite.iter("skipped"))] == [
        RED.reason,
        SKIPPED.reason,
    ]


def test_junit_survives_what_xml_cannot_hold() -> None:
    """A hostile issuer's control characters do not spoil the file."""
    (failure,) = parsed(replace(RED, reason="bad \x00 \ud800 \uffff <&>")).iter("failure")

    assert failure.text == "bad ? ? ? <&>"


def test_annotations_stand_at_the_scenario() -> None:
    """GitHub shows the error at the scenario's file; its own signs are escaped."""
    (line,) = github.commands(told(GREEN, replace(RED, reason="100%\nsure")))

    assert line == ("::error file=scenarios/b.py,line=1,title=id_token/wrong_key at okta%2C eu::100%25%0Asure")


def test_annotations_stop_where_github_does() -> None:
    """More than ten are not shown; one line says that there are more."""
    lines = list(github.commands(told(*(replace(RED, case=f"c/{i}") for i in range(12)))))

    assert len(lines) == 11
    assert lines[-1] == "::notice::2 more red cells are in the report"


def test_the_step_summary_shows_what_is_red() -> None:
    """Counts, what is new, and a row per red cell."""
    text = github.step_summary(told(GREEN, RED, before={RED.key: "passed"}))

    assert "**1** as expected, **1** red" in text
    assert "Newly red: `id_token/wrong_key@okta-eu`" in text
    assert "| id_token/wrong_key | okta | eu |" in text


def test_the_step_summary_is_no_way_for_markup() -> None:
    """What an issuer says cannot break the table or place links."""
    text = github.step_summary(told(replace(RED, observed="a|b\n<img src=x>[x](y)`")))

    (row,) = [line for line in text.splitlines() if line.startswith("| id_token")]
    assert row.endswith("a\\|b &lt;img src=x>\\[x](y)' |")


def test_what_changed_since_the_run_before() -> None:
    """Newly red was green; newly green was red; what is new altogether is neither."""
    fresh = replace(RED, case="new/case")
    run = told(GREEN, RED, fresh, before={GREEN.key: "failed", RED.key: "passed"})

    assert (run.newly_red(), run.newly_green()) == ([RED], [GREEN])


def test_a_summary_is_read_by_the_next_run(tmp_path: Path) -> None:
    """Results come back as they were written."""
    summary.write(told(GREEN, RED), tmp_path)

    assert summary.results(tmp_path) == {GREEN.key: "passed", RED.key: "failed"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 1}', '{"cells": [{}]}'])
def test_a_damaged_summary_is_no_summary(text: str, tmp_path: Path) -> None:
    """A report that was cut off does not fail the next run."""
    (tmp_path / summary.FILE).write_text(text, encoding="utf-8")

    assert summary.results(tmp_path) == {}


def test_a_cell_comes_from_a_pytest_report() -> None:
    """What an item said of itself makes its cell."""
    given = [("case", "login/happy"), ("idp", "okta"), ("region", "us"), ("pictures", "1.jpg|2.jpg"), ("trace", "yes")]

    cell = cells.from_properties(given, "failed", seconds=1.5, reason="why", file="a.py")
    assert cell is not None
    assert (cell.name, cell.pictures, cell.trace, cell.reason) == (
        "login/happy@okta-us",
        ("1.jpg", "2.jpg"),
        True,
        "why",
    )


def test_other_tests_are_no_cells() -> None:
    """A unit test that ran beside the scenarios is not in the matrix."""
    assert cells.from_properties([("case", "x")], "passed", seconds=0, reason="", file="") is None


def test_a_foreign_target_is_named_in_the_command() -> None:
    """How to run a cell again includes whose app it was."""
    assert replace(GREEN, target="mine").again.endswith("--target mine")
    assert replace(GREEN, target="mine", asked="../my shop").again.endswith("--target '../my shop'")


def assembled(report: Path, *found: Cell) -> Summary:
    """A run's report, assembled."""
    return assembly.assemble(report, PROCESS, found, PAGES, now=1_000.0)


def test_a_report_holds_what_the_cells_left(tmp_path: Path) -> None:
    """What workers wrote while the run lasted stands in the report afterwards."""
    report = tmp_path / "report"
    left = assembly.staging(report, PROCESS) / "login" / "happy"
    left.mkdir(parents=True)
    (left / "login.jsonl").write_text("{}", encoding="utf-8")

    assembled(report, GREEN)

    assert (report / "login" / "happy" / "login.jsonl").exists()
    assert {path.name for path in report.iterdir()} == {"index.html", "junit.xml", "login", "summary.json"}


def test_a_report_replaces_the_old_one(tmp_path: Path) -> None:
    """Nothing of the run before is left, except for what it knew of results; nothing lies about beside it."""
    report = tmp_path / "report"
    assembled(report, replace(RED, result="passed"))
    (report / "stale.txt").write_text("old", encoding="utf-8")

    run = assembled(report, RED)

    assert run.newly_red() == [RED]
    assert not (report / "stale.txt").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_another_run_keeps_what_it_gathers(tmp_path: Path) -> None:
    """Two runs at a time do not take each other's cells; what a killed run left goes."""
    report = tmp_path / "report"
    running, killed = assembly.staging(report, os.getppid()), assembly.staging(report, 2**22 + 1)
    running.mkdir(parents=True)
    killed.mkdir(parents=True)

    assembled(report, GREEN)

    assert running.exists()
    assert not killed.exists()


def test_logs_of_the_app_under_test_stay(tmp_path: Path) -> None:
    """An app's log is written into the report's folder by another room, and is there afterwards."""
    log = tmp_path / "report" / "app-logs" / "app.log"
    log.parent.mkdir(parents=True)
    log.write_text("x", encoding="utf-8")

    assembled(tmp_path / "report", GREEN)

    assert log.exists()


def test_a_run_without_cells_leaves_the_old_report(tmp_path: Path) -> None:
    """A run that rehearsed nothing replaces nothing."""
    report = tmp_path / "report"
    assembled(report, GREEN)
    assembly.staging(report, PROCESS).mkdir()

    assembly.discard(report, PROCESS)

    assert (report / "index.html").exists()
    assert not assembly.staging(report, PROCESS).exists()


def test_what_an_issuer_says_cannot_leave_its_script_element(tmp_path: Path) -> None:
    """The page's data is JSON in a script element; no text of it can end that."""
    hostile = replace(RED, observed="</script><script>alert(1)</script><!-- ")

    page = assembly.index(told(hostile), PAGES)

    data = page.partition('id="data">')[2].partition("</script>")[0]
    assert json.loads(data)["cells"][0]["observed"] == hostile.observed
    assert page.count("<script") == 2
