"""A private mount namespace with an /etc/hosts of its own (Linux): nothing on the machine changes.

Sources: mount_namespaces(7), user_namespaces(7), unshare(1).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from harness.own_app.mistakes import AppFailed

_INSIDE = 'mount --bind "$0" /etc/hosts && exec "$@"'
_INSTEAD = 'use the proxy (reach = "proxy", or "sso-harness exec" without --hosts), or "sso-harness serve --plain"'


def with_hosts(hosts_file: Path, command: Sequence[str]) -> list[str]:
    """`command`, to be run where /etc/hosts is `hosts_file`.

    Without root it runs in a user namespace; a second one inside it gives the command its own user id back, as
    programs that refuse to run as root need.
    """
    inner = [] if _is_root() else ["unshare", "--user", f"--map-user={os.getuid()}", f"--map-group={os.getgid()}", "--"]
    return [*_outer(), "sh", "-c", _INSIDE, str(hosts_file), *inner, *command]


def _outer() -> list[str]:
    as_somebody = [] if _is_root() else ["--user", "--map-root-user"]
    return ["unshare", *as_somebody, "--mount", "--propagation", "private", "--"]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@cache
def _objection() -> str:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return "an /etc/hosts of its own needs Linux and the program unshare (package util-linux)"
    tried = subprocess.run(  # noqa: S603 - a fixed command
        with_hosts(Path("/etc/hosts"), ["true"]), capture_output=True, text=True, check=False, timeout=10
    )
    said = (tried.stderr.strip().splitlines() or [f"exit code {tried.returncode}"])[-1]
    return f"this system does not let a program have its own /etc/hosts ({said})" if tried.returncode else ""


def see_that_it_works() -> None:
    """Try it once.

    Raises:
        AppFailed: The system does not allow it; the line names the alternative.
    """
    if objection := _objection():
        raise AppFailed(f"{objection}; {_INSTEAD}")
