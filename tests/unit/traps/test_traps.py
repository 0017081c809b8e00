"""harness/traps/traps.py: what counts as blame, and how it is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.alteration import table
from harness.alteration.folder import Named
from harness.alteration.sight import Pair
from harness.judge import Verdict
from harness.traps.trap import Trap
from harness.traps.traps import Traps, Tried

TRAPS = Traps()
GREEN, RED = Verdict(passed=True), Verdict(passed=False, reason="refused")

PEACE = Tried("ok_leeway", "Five minutes.", "okta-us", "RFC 7519", green=["login/happy"], skipped={"a/b": "lacks c"})
BLAMED = Tried("ok_clock", "Slow.", "okta-us", "clocks differ", green=["login/happy"], red={"id_token/x": "refused"})


def test_one_blamed_trap_is_counted_and_named() -> None:
    """A false alarm shows in the row and in the counts."""
    assert not BLAMED.settled
    assert TRAPS.row(BLAMED) == ("ok_clock", "okta-us", "1", "0", "id_token/x")
    assert TRAPS.summary([PEACE, BLAMED]).startswith("2 traps: 1 left in peace")


def test_nothing_tried_is_no_peace() -> None:
    """A trap for which every scenario was skipped proves nothing."""
    assert not Tried("ok_clock", "Slow.", "okta-us", "clocks differ", skipped={"a/b": "lacks c"}).settled


def test_report_holds_every_reason(tmp_path: Path) -> None:
    """Markdown for people, JSON for programs; both say why a scenario was red or skipped."""
    page = table.write(TRAPS, [PEACE, BLAMED], tmp_path).read_text(encoding="utf-8")
    data = json.loads((tmp_path / "traps.json").read_text(encoding="utf-8"))

    assert "- red, `id_token/x`: refused" in page
    assert "- skipped, `a/b`: lacks c" in page
    assert [each["settled"] for each in data] == [True, False]


@pytest.mark.parametrize(("lacks", "red"), [((), {"a/b": "refused"}), (("check_codes",), {})])
def test_one_without_check_codes_is_judged_from_outside(lacks: tuple[str, ...], red: dict[str, str]) -> None:
    """Which check refused is no blame where no app shows it."""
    trap = Trap(allowed_by="x", lacks=lacks)

    result = TRAPS.result(Named("it", "It is.", trap), {"a/b": Pair(RED, GREEN), "c/d": "lacks e"})

    assert result.red == red
    assert result.skipped == {"c/d": "lacks e"}
