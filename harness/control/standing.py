"""How a world that is being served is found again by another command: a small private file per world."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import httpx2

from harness.command import BadInput

VARIABLE = "SSO_HARNESS_STATE"
"""Names the folder of these files."""

_PATIENCE = 60.0  # seconds that one answer may take; an app may be asked to start meanwhile


@dataclass(frozen=True, slots=True)
class Standing:
    """A served world: its process, the folder it was started in, and the way to its control port."""

    process: int
    folder: str
    url: str
    token: str

    def ask(self, path: str, **parameters: str) -> dict[str, Any]:
        """GET from the control port.

        Raises:
            BadInput: It says no, or is gone.
        """
        return self._sent("GET", path, params=parameters)

    def tell(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """POST JSON to the control port.

        Raises:
            BadInput: It says no, or is gone.
        """
        return self._sent("POST", path, json=body)

    def _sent(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.token}"}
        try:
            with httpx2.Client(trust_env=False, timeout=_PATIENCE) as client:
                answer = client.request(method, self.url + path, headers=headers, **more)
        except httpx2.HTTPError as error:
            raise BadInput(
                f'the world of "{self.folder}" does not answer ({error}); start "sso-harness serve" anew'
            ) from None
        said: dict[str, Any] = answer.json()
        if "error" in said:
            raise BadInput(str(said["error"]))
        return said


def folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the files live; made for its owner only."""
    runtime = environment.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    user = os.getuid() if hasattr(os, "getuid") else "me"
    found = Path(environment.get(VARIABLE) or Path(runtime) / f"sso-harness-{user}")
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def announce(standing: Standing, where: Path) -> Path:
    """Write the file of a world; only its owner can read it."""
    path = where / f"{standing.process}.json"
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - it takes the descriptor made with 0600
        json.dump(asdict(standing), file)
    return path


def find(where: Path, here: Path) -> Standing:
    """The world that was started in the folder `here`, or else the only one there is.

    Raises:
        BadInput: There is none, or it is not clear which is meant.
    """
    known = [standing for path in sorted(where.glob("*.json")) if (standing := _read(path)) is not None]
    mine = [standing for standing in known if standing.folder == str(here)]
    chosen = mine or known
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        raise BadInput('no world is being served; start "sso-harness serve" in another terminal')
    folders = ", ".join(standing.folder for standing in chosen)
    way_out = "end all but one of them" if mine else "give the command in the folder of one of them"
    raise BadInput(f"{len(chosen)} worlds are being served ({folders}); {way_out}, or give each its own {VARIABLE}")


def _read(path: Path) -> Standing | None:
    """The world of a file; the file of one that is gone is removed."""
    with suppress(OSError, ValueError, TypeError):
        found = Standing(**json.loads(path.read_text(encoding="utf-8")))
        if _lives(found.process):
            return found
        path.unlink(missing_ok=True)
    return None


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
