"""harness/own_app.slips.py: slips in selectors and JSON paths that are seen before a browser is there."""

from __future__ import annotations

import pytest

from harness.own_app.slips import flaw_of_path, flaw_of_selector


@pytest.mark.parametrize(
    "selector",
    [
        "#user",
        "header .user > b:first-child",
        "[role=alert]",
        'a[href="/x]"]',
        'p:has-text("Don\'t")',
        ":is(h1, h2):visible",
        r"#a\:b\.c",
        "li:nth-child(2n + 1) ~ li",
        "text=Don't (yet",
        "//a[1]",
        "css=p >> nth=0",
        "#a >> .b",
        '"Log in"',
        "p, .x",
        "*",
    ],
)
def test_selector_that_a_browser_understands_passes(selector: str) -> None:
    """CSS as it is written, with Playwright's additions, and its other engines."""
    assert flaw_of_selector(selector) == ""


@pytest.mark.parametrize(
    ("selector", "flaw"),
    [
        (" ", "it is empty"),
        ("a[href=x", 'a "]" is missing'),
        (":is(a, b", 'a ")" is missing'),
        ("a)", 'a ")" closes nothing'),
        ("a[b)", 'a ")" closes nothing'),
        ('a[b="c]', "a quotation mark is not closed"),
        ("#", "it is unfinished"),
        ("p.", "it is unfinished"),
        ("div >", "it is unfinished"),
        ("> p", "it is unfinished"),
        ("a..b", "it is unfinished"),
        ("p,", "it is unfinished"),
    ],
)
def test_slip_in_a_selector_is_named(selector: str, flaw: str) -> None:
    """What is open, empty or unfinished is said."""
    assert flaw_of_selector(selector) == flaw


@pytest.mark.parametrize("path", ["email", "user.email", "users.0.email", "user name.e-mail", "urn:x/y.email"])
def test_path_into_json_passes(path: str) -> None:
    """Names and numbers between dots."""
    assert flaw_of_path(path) == ""


@pytest.mark.parametrize("path", ["", ".", "user.", ".user", "a..b", " user", "users[0].email", "$", "$..email"])
def test_slip_in_a_path_is_named(path: str) -> None:
    """Empty names, and the words of JSONPath."""
    assert flaw_of_path(path) != ""
