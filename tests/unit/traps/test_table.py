"""The table of traps: what it says of one that was blamed, and of one that was left in peace."""

from __future__ import annotations

import json
from pathlib import Path

from harness.traps import table
from harness.traps.trial import Result

PEACE = Result("ok_leeway", "Five minutes.", "RFC 7519", "okta-us", green=["login/happy"], skipped={"a/b": "lacks c"})
BLAMED = Result("ok_clock", "Slow.", "clocks differ", "okta-us", green=["login/happy"], red={"id_token/x": "refused"})


def test_one_blamed_trap_is_counted_and_named() -> None:
    """A false alarm shows in the row and in the counts."""
    assert not BLAMED.left_in_peace
    assert table.row(BLAMED) == ("ok_clock", "okta-us", "1", "0", "id_token/x")
    assert table.summary([PEACE, BLAMED]).startswith("2 traps: 1 left in peace")


def test_nothing_tried_is_no_peace() -> None:
    """A trap for which every scenario was skipped proves nothing."""
    assert not Result("ok_clock", "Slow.", "clocks differ", "okta-us", skipped={"a/b": "lacks c"}).left_in_peace


def test_report_holds_every_reason(tmp_path: Path) -> None:
    """Markdown for people, JSON for programs; both say why a scenario was red or skipped."""
    page = table.write([PEACE, BLAMED], tmp_path).read_text(encoding="utf-8")
    data = json.loads((tmp_path / "traps.json").read_text(encoding="utf-8"))

    assert "- red, `id_token/x`: refused" in page
    assert "- skipped, `a/b`: lacks c" in page
    assert [each["left_in_peace"] for each in data] == [True, False]
