"""JUnit XML of a run, with what the harness knows as properties.

Source: the schema that Jenkins' xUnit plug-in and pytest's "xunit2" family share
(https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd),
plus <properties> in a test case, which pytest writes too.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from harness.report.cells import Cell
from harness.report.summary import Summary

FILE = "junit.xml"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def document(summary: Summary) -> bytes:
    """The whole file."""
    count = summary.count()
    suite = Element(
        "testsuite",
        name="sso-harness",
        tests=str(len(summary.cells)),
        failures=str(count["failed"]),
        errors=str(count["error"]),
        skipped=str(count["skipped"]),
        time=f"{sum(cell.seconds for cell in summary.cells):.3f}",
        timestamp=datetime.fromtimestamp(summary.at, UTC).strftime("%Y-%m-%dT%H:%M:%S"),
    )
    for cell in summary.cells:
        suite.append(_case(cell))
    suites = Element("testsuites")
    suites.append(suite)
    written: bytes = tostring(suites, encoding="utf-8", xml_declaration=True)
    return written


def _case(cell: Cell) -> Element:
    case = Element(
        "testcase",
        classname=cell.case.replace("/", "."),
        name=f"{cell.idp}-{cell.region}",
        time=f"{cell.seconds:.3f}",
        file=cell.file,
    )
    properties = SubElement(case, "properties")
    for name in ("case", "idp", "region", "target", "expected", "observed", "check", "fault", "seed", "folder", "note"):
        if value := getattr(cell, name):
            SubElement(properties, "property", name=name, value=_clean(value))
    SubElement(properties, "property", name="again", value=cell.again)
    tag = {"failed": "failure", "error": "error", "skipped": "skipped"}.get(cell.result)
    if tag:
        told = SubElement(case, tag, message=_clean(cell.reason.partition("\n")[0]))
        told.text = _clean(cell.reason)
    return case


def _clean(text: str) -> str:
    return _NO_XML.sub("?", text)
