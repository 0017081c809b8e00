"""The plug-in in somebody else's suite that never asks for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

OURS = """
import sys

def test_theirs():
    heavy = ("mock_idps", "playwright", "cryptography", "joserfc", "fastapi", "harness.world", "harness.reporting")
    assert [name for name in heavy if name in sys.modules] == []
"""


def test_unused_plug_in_brings_nothing_along(tmp_path: Path) -> None:
    """A suite without scenarios imports neither issuers nor browser, and its own markers and folders are left alone."""
    (tmp_path / "test_theirs.py").write_text(OURS, encoding="utf-8")
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "theirs.py").write_text("print('no scenario of ours')\n", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--strict-markers", str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
