"""Where apps' own output is kept: beside the report, or where there is none in a temporary folder."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from harness.own_app.mistakes import AppFailed
from harness.target import LOGS

NEAR = Path("report") / LOGS
"""The folder of commands that write no report."""


class Logs:
    """Files in `folder`; with None in a temporary folder, which goes at the end unless `named`: a person was sent there."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._temporary = folder is None
        self.named = False

    def file(self, name: str) -> Path:
        """The path of the log called `name`, as short as a person needs it here; its folder is there.

        Raises:
            AppFailed: The folder cannot be made.
        """
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="sso-harness-app-logs-"))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = f'no log can be kept in "{self._folder}" ({error.strerror}); name another folder with --report'
            raise AppFailed(why) from None
        path, here = self._folder / name, Path.cwd()
        return path.relative_to(here) if path.is_relative_to(here) else path

    def close(self) -> None:
        """Forget what nobody was sent to and nobody asked to keep."""
        if self._temporary and self._folder is not None and not self.named:
            shutil.rmtree(self._folder, ignore_errors=True)
