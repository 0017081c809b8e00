"""The options of recording and reporting; imports nothing else, as they are added in everybody's suite."""

from __future__ import annotations

import pytest


def add_options(group: pytest.OptionGroup) -> None:
    """The options of recording and reporting."""
    group.addoption("--sso-report", default="", metavar="FOLDER", help="record each login and write a report")
    group.addoption(
        "--sso-pictures",
        default="end",
        choices=("none", "end", "steps"),
        help="screenshots: none, at the end, or after each step too (default: end; red cells always have steps)",
    )
    group.addoption("--sso-unmasked", action="store_true", help="leave secrets readable in the recordings")
