"""Where scenarios lie and which files are some; imports nothing, as every pytest run with the plug-in asks."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "scenarios"
"""Where the scenarios live; a scenario's id is its path below this folder."""


def is_scenario(path: Path) -> bool:
    """Whether a file below a folder "scenarios" is a scenario: a Python file, or a repro file in "repro"."""
    return not path.name.startswith("_") and (
        path.suffix == ".py" or (path.suffix == ".toml" and path.parent.name == "repro")
    )
