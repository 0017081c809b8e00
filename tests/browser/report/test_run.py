"""A run from the command line to its report: two green logins, one red, two workers, GitHub listening."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import sync_playwright

from harness import browser as browsers
from harness import people
from harness.record.events import Hop, Picture, Refusal, Step
from harness.record.recording import read
from harness.report import har
from harness.report.story import tell

PROJECT = Path(__file__).resolve().parents[3]
WRONG = '''"""Nobody can sign in.

This is wrong on purpose.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(spec="none", expected=Refused("state"))
'''


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left: exit code, what it wrote to the terminal, its report and GitHub's step summary."""

    code: int
    said: str
    report: Path
    summary: str


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """One run for all tests of this file."""
    folder = tmp_path_factory.mktemp("run")
    wrong = folder / "scenarios" / "mine" / "nobody_comes_in.py"
    wrong.parent.mkdir(parents=True)
    wrong.write_text(WRONG, encoding="utf-8")
    summary, report = folder / "summary.md", folder / "report"
    cases = ["login/happy", "id_token/wrong_audience", str(wrong)]
    where = ["--idp", "okta", "--region", "us", "-n", "2", "--report", str(report)]
    environment = {**os.environ, "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    command = [sys.executable, "-c", "from harness.cli import main; raise SystemExit(main())", "run", *cases, *where]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=PROJECT, env=environment, timeout=240, check=False
    )
    return Ran(done.returncode, done.stdout + done.stderr, report, summary.read_text(encoding="utf-8"))


def cell(ran: Ran, case: str) -> Path:
    """The folder of a case."""
    return ran.report / case / "okta-us"


def test_red_is_exit_code_1(ran: Ran) -> None:
    """A run with a red cell leaves with 1 and says where the report is."""
    assert ran.code == 1
    assert f"report: {ran.report / 'index.html'}" in ran.said


def test_every_case_has_its_folder(ran: Ran) -> None:
    """The artifact folder is named by the case, its IdP and region."""
    for case in ("login/happy", "id_token/wrong_audience", "mine/nobody_comes_in"):
        assert {"login.jsonl", "timeline.html"} <= {path.name for path in cell(ran, case).iterdir()}


def test_the_wire_of_a_login_is_on_record(ran: Ran) -> None:
    """Browser to app, browser to issuer and app to issuer are all there, and the person's steps."""
    recording = read(cell(ran, "login/happy"))

    assert recording.trouble == ()
    assert {(hop.via, hop.role) for hop in recording.of(Hop)} >= {
        ("browser", "app"), ("browser", "issuer"), ("back channel", "issuer"),
    }  # fmt: skip
    assert "signs_in" in {step.verb for step in recording.of(Step)}
    assert [picture.words for picture in recording.of(Picture)] == ["the end"]


def test_the_tokens_of_a_login_hold(ran: Ran) -> None:
    """The ID token of a healthy login is found, verified, and everything in it holds."""
    rows = tell(read(cell(ran, "login/happy"))).rows

    (token,) = [token for row in rows for token in row.tokens if token.name == "id_token"]
    assert {check.holds for check in token.checks} == {True}


def test_the_refusal_and_the_fault_are_on_record(ran: Ran) -> None:
    """The check that refused, the lie that caused it, and the difference to the healthy twin are in the timeline."""
    recording = read(cell(ran, "id_token/wrong_audience"))
    page = (cell(ran, "id_token/wrong_audience") / "timeline.html").read_text(encoding="utf-8")

    assert [refusal.check for refusal in recording.of(Refusal)] == ["id_token.aud"]
    assert {hop.fault for hop in recording.of(Hop) if hop.role == "issuer"} == {"wrong_audience"}
    assert "Unlike the healthy twin" in page


def test_a_red_case_is_looked_at_closely(ran: Ran) -> None:
    """What is red leaves Playwright's trace and a picture of each step."""
    folder = cell(ran, "mine/nobody_comes_in")

    assert zipfile.is_zipfile(folder / "trace.zip")
    pictures = list(read(folder).of(Picture))
    assert [picture.words for picture in pictures] == ["begins", "identifies", "gives password", "the end"]
    assert {picture.file for picture in pictures} == {path.name for path in folder.glob("*.jpg")}


def test_the_archive_of_a_login_can_be_opened_by_a_browser(ran: Ran, tmp_path: Path) -> None:
    """HAR is what other tools read: a browser that is served from it sees the pages of that login."""
    archive = tmp_path / "login.har"
    archive.write_text(json.dumps(har.document(read(cell(ran, "login/happy")))), encoding="utf-8")
    found = browsers.find()
    assert found is not None, "no browser; run make browser"

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.path, args=browsers.arguments((), root=True))
        context = browser.new_context()
        context.route_from_har(archive, not_found="abort")
        page = context.new_page()
        page.goto("https://app.pelanor.io/workspace")
        title = page.title()
        browser.close()
    assert title.startswith("Workspace")


def test_no_secret_reaches_the_disk(ran: Ran) -> None:
    """Neither password nor client secret stands in any file, traces included."""
    customer = people.organisation("okta", "us")
    secrets = [people.PASSWORD, people.PASSWORD.replace(" ", "+"), people.client_secret(customer)]
    found = [
        (path.name, secret)
        for path in ran.report.rglob("*")
        if path.is_file()
        for data in _contents(path)
        for secret in secrets
        if secret.encode() in data
    ]

    assert found == []


def _contents(path: Path) -> list[bytes]:
    if not zipfile.is_zipfile(path):
        return [path.read_bytes()]
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name) for name in archive.namelist()]


def test_the_report_knows_every_cell(ran: Ran) -> None:
    """The report page's cells and JUnit's cases are those that ran."""
    page = (ran.report / "index.html").read_text(encoding="utf-8")
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    cases = ET.parse(ran.report / "junit.xml").getroot().iter("testcase")

    results = {"login/happy": "passed", "id_token/wrong_audience": "passed", "mine/nobody_comes_in": "failed"}
    assert {it["case"]: it["result"] for it in data["cells"]} == results
    assert {str(it.get("classname")).replace(".", "/") for it in cases} == results.keys()


def test_github_hears_of_it(ran: Ran) -> None:
    """The step summary has the red cell, and an annotation stands at the scenario's file."""
    assert "| mine/nobody_comes_in | okta | us |" in ran.summary
    (line,) = [line for line in ran.said.splitlines() if line.startswith("::error ")]
    assert "nobody_comes_in.py,line=1,title=mine/nobody_comes_in at okta%2C us::expected: refused" in line
