"""Installs a real app into an ignored folder, once per content of its lock file; nothing outside is touched."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = HERE.parents[1] / ".cache" / "apps"


def python_app(name: str) -> dict[str, str]:
    """Environment in which the Python app's own commands are found."""
    lock = HERE / name / "requirements.txt"
    folder = _folder(name, lock)
    if not (folder / ".ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        _run(sys.executable, "-m", "venv", str(folder))
        _run(str(folder / "bin" / "pip"), "install", "--quiet", "--require-hashes", "--no-deps", "-r", str(lock))
        (folder / ".ready").touch()
    return {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def node_app(name: str) -> Path:
    """The Node app with its packages, in a folder of its own; the description is there too."""
    folder = _folder(name, HERE / name / "package-lock.json")
    if not (folder / ".ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(HERE / name, folder)
        _run("npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder))
        (folder / ".ready").touch()
    for file in ("server.js", "sso-harness.toml"):
        shutil.copy(HERE / name / file, folder)
    return folder


def _folder(name: str, lock: Path) -> Path:
    digest = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()[:12]
    return CACHE / f"{name}-{digest}"


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
