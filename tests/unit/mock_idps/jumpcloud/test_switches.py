"""Every switch that the code reads is documented, and every documented one is read."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[4]
CODE = "\n".join(it.read_text("utf-8") for it in sorted((ROOT / "mock_idps" / "jumpcloud").glob("*.py")))
PAGE = (ROOT / "docs" / "jumpcloud.md").read_text("utf-8")
READ = set(re.findall(r'settings\.get\(\s*"(\w+)"', CODE)) | set(
    re.findall(r'switch\(\s*service, [\w.]+, "(\w+)"', CODE)
)
READ_FROM_A_PERSON = {"otp", "push"}


def test_every_switch_is_documented() -> None:
    """A switch that nobody can find is none."""
    assert sorted(name for name in READ if f"| `{name}` |" not in PAGE) == []


def test_every_documented_switch_is_read() -> None:
    """The page promises nothing that the code does not do."""
    tables = PAGE.partition("## Switches")[2].partition("Of a person")[0]

    assert set(re.findall(r"^\| `(\w+)` \|", tables, re.MULTILINE)) == READ
