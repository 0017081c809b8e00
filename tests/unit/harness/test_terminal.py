"""The matrix at the end of a run."""

from __future__ import annotations

from harness.report.terminal import PLAIN, Cell, cell, matrix


def test_rows_are_cases_and_columns_are_idp_and_region() -> None:
    """A case stands in its row, a result under its IdP and region."""
    lines = list(matrix([Cell("login/happy", "okta", "us", "passed"), Cell("login/happy", "okta", "eu", "failed")]))

    assert lines[0].split() == ["okta", "eu", "okta", "us"]
    assert lines[1].split() == ["login/happy", "✗", "✓"]


def test_cell_that_was_not_run_is_a_dot() -> None:
    """A case that was not rehearsed at an IdP is told from one that passed."""
    lines = list(matrix([Cell("a", "entra", "us", "passed"), Cell("b", "okta", "us", "passed")]))

    assert lines[1].split() == ["a", "✓", "·"]


def test_plain_terminal_gets_letters() -> None:
    """A terminal without the marks still tells red from green."""
    lines = list(matrix([Cell("a", "entra", "us", "failed")], marks=PLAIN))

    assert lines[1].split() == ["a", "X"]


def test_legend_counts_what_there_is() -> None:
    """The last line counts results, and only those that occur."""
    lines = list(matrix([Cell("a", "entra", "us", "passed"), Cell("b", "entra", "us", "skipped")]))

    assert lines[-1] == "✓ 1 as expected, s 1 skipped"


def test_legend_explains_the_dot_where_one_stands() -> None:
    """A cell that was not rehearsed is explained, and not counted."""
    lines = list(matrix([Cell("a", "entra", "us", "passed"), Cell("b", "okta", "us", "passed")]))

    assert lines[-1] == "✓ 2 as expected, · not rehearsed"


def test_other_reports_have_no_cell() -> None:
    """A pytest report that is no scenario's is left out."""
    assert cell([("something", "else")], "passed") is None
