"""Two at once on one machine, in one folder: neither hears of the other."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.own_app.conftest import COMMAND, Serve, describe


def test_two_runs_of_one_app(tmp_path: Path) -> None:
    """Each starts the app on a port of its own, both are green, and the report that stands is whole."""
    describe(tmp_path)
    runs = [
        subprocess.Popen([COMMAND, "run", "login/happy", "--idp", idp], cwd=tmp_path, stdout=subprocess.PIPE, text=True)
        for idp in ("okta", "entra")
    ]
    said = [run.communicate(timeout=300)[0] for run in runs]

    assert [run.returncode for run in runs] == [0, 0], said
    [cell] = json.loads((tmp_path / "report" / "summary.json").read_text())["cells"]
    assert (tmp_path / "report" / "login" / "happy" / f"{cell['idp']}-us" / "timeline.html").is_file()
    logs = [it.name.split("-")[1] for it in (tmp_path / "report" / "app-logs").iterdir()]
    assert sorted(logs) == ["acme", "globex"]


def test_two_served_worlds(serve: Serve) -> None:
    """What is set in one holds there alone, and each gives out its own connection."""
    one, other = serve(folder="one"), serve(folder="other")

    told = one.command("set", "state=locked", "--org", "globex", "--as", "alice")

    assert told.returncode == 0, told.stderr
    assert "nobody is signed in" in one.command("open", "--org", "globex", "--as", "alice", "--picture", "p.png").stdout
    assert "alice@globex" in other.command("open", "--org", "globex", "--as", "alice", "--picture", "p.png").stdout
    bundles = {it.command("exec", "--", "printenv", "SSL_CERT_FILE").stdout for it in (one, other)}
    assert len(bundles) == 2


def test_worlds_of_one_folder_are_not_mixed_up(serve: Serve) -> None:
    """Where it is not clear which is meant, one line says so; a state folder of its own makes it clear."""
    serve(folder="here")
    other = serve(folder="here")

    asked = other.command("set", "clock=0")
    assert asked.returncode == 2
    assert "2 worlds are being served" in asked.stderr
    assert "SSO_HARNESS_STATE" in asked.stderr

    alone = serve(folder="here", state="mine")
    assert alone.command("set", "clock=0").returncode == 0
