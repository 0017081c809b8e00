"""Finds, installs and starts the browser.

Owns the order in which a browser is looked for; knows the gateway only by the arguments it hands out.
`python -m harness.browser --install` prints one line with what it found, or installs one.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser as RunningBrowser
    from playwright.sync_api import Playwright

    from harness.gateway.gateway import Gateway

VARIABLE = "SSO_HARNESS_BROWSER"
"""Names a browser program; it then is the only one looked at."""

Kind = Literal["headless-shell", "chromium"]
"""A headless-shell has no window and logs in twice as fast; Chrome counts as Chromium."""

_SHELLS = ("chromium-headless-shell", "chrome-headless-shell", "headless_shell")
_WINDOWED = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")
_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_PACKAGE = "chromium-headless-shell"
_ANSWER = 20.0  # seconds a program may take to tell its version
_DOWNLOAD = 300.0  # seconds for Playwright's download
_APT = 600.0  # seconds for each call of apt-get
_FIRST_LINE_BYTES = 200
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - the system's shared memory, not a file of ours
_ROOM_BYTES = 2**30  # a container has 64 MB there, in which Chromium crashes; two workers together need a tenth of this


class NoBrowser(Exception):
    """No browser can be had; the message is one line: what was tried, and the way out."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser program that answered when asked for its version."""

    path: Path
    kind: Kind
    version: str


@dataclass(frozen=True, slots=True)
class Machine:
    """What finding and installing touch, so a test can pass in another machine.

    Attributes:
        environment: the variables of the process.
        folder: where Playwright keeps its browsers.
        revision: of the browser that this Playwright was built for; others are taken only without it.
        which: from a program's name to its path, or None.
        run: runs a command for at most so many seconds; exit code (-1: not found or too slow) and output.
        root: whether packages may be installed.
        platform: as in sys.platform.
    """

    environment: Mapping[str, str]
    folder: Path
    revision: str
    which: Callable[[str], str | None]
    run: Callable[[Sequence[str], float], tuple[int, str]]
    root: bool
    platform: str = sys.platform

    @property
    def has_display(self) -> bool:
        """Whether a window can be shown; macOS and Windows always can."""
        named = ("DISPLAY", "WAYLAND_DISPLAY")
        return not self.platform.startswith("linux") or any(self.environment.get(name) for name in named)


def this_machine() -> Machine:
    """The machine this process runs on."""
    return Machine(
        environment=os.environ,
        folder=_playwright_folder(os.environ),
        revision=_playwright_revision(),
        which=shutil.which,
        run=run,
        root=_is_root(),
    )


def run(command: Sequence[str], seconds: float) -> tuple[int, str]:
    """Run a command without input; its exit code and what it wrote (both streams).

    After `seconds` it is killed with all its children; -1 then, and also when there is no such program.
    """
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
    try:
        process = subprocess.Popen(  # noqa: S603 - fixed commands and browser programs the user names
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        return -1, error.strerror or str(error)
    with process:
        try:
            written, _ = process.communicate(timeout=seconds)
        except BaseException as error:
            # Its children hold the pipe open too: the whole session goes, or waiting for them would hang.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
            return -1, f"took longer than {seconds:.0f} seconds"
    return process.returncode, written.decode("utf-8", "replace")


def find(*, headed: bool = False, path: str | None = None, machine: Machine | None = None) -> Browser | None:
    """The first browser that starts: the one named, Playwright's own, then the system's; None when there is none.

    Args:
        headed: a window is wanted, so a headless-shell will not do.
        path: a program to use; before the variable SSO_HARNESS_BROWSER.
        machine: where to look; this one by default.

    Raises:
        NoBrowser: a browser was named, by argument or variable, that does not start or has no window when one is wanted;
            or a window is wanted where there is no display.
    """
    machine = machine or this_machine()
    if headed and not machine.has_display:
        raise NoBrowser(
            'a browser window needs a display, and neither "DISPLAY" nor "WAYLAND_DISPLAY" is set; '
            'set one (for no eyes: "xvfb-run -a …"), or do without a window'
        )
    named = path or machine.environment.get(VARIABLE)
    if named:
        found = _asked(Path(named), machine)
        if found is None:
            where = "the path given" if path else f'the variable "{VARIABLE}"'
            raise NoBrowser(f'browser "{named}" does not start; correct {where}, or leave it out to have one found')
        if headed and found.kind == "headless-shell":
            raise NoBrowser(f'browser "{named}" is a headless-shell and has no window; name Chrome or Chromium')
        return found
    answers = (_asked(candidate, machine) for candidate in _candidates(machine, headed=headed))
    return next((found for found in answers if found is not None), None)


def install(report: Callable[[str], None], *, path: str | None = None, machine: Machine | None = None) -> Browser:
    """A browser, found or else installed: by Playwright, then from Debian's packages when root.

    `report` is given a line before each step that takes long. Every step has a time limit.

    Raises:
        NoBrowser: none can be had; one line says what was tried.
    """
    machine = machine or this_machine()
    found = find(path=path, machine=machine)
    tried: list[str] = []
    for step in (_by_playwright, _by_apt):
        if found is None:
            tried.append(step(report, machine))
            found = find(machine=machine)
    if found is None:
        raise NoBrowser(
            f"no browser: none installed; {'; '.join(tried)}; "
            f'install Chrome or Chromium, or set "{VARIABLE}" to the path of one',
        )
    return found


def launch(
    playwright: Playwright, gateway: Gateway, *, headed: bool = False, path: str | None = None
) -> RunningBrowser:
    """Start the browser so that it reaches the gateway's names and nothing else.

    It trusts the gateway's authority by its key, so contexts are made without `ignore_https_errors` and a
    certificate of anyone else stays an error.

    Raises:
        NoBrowser: there is none, or it does not start; the line says the way out.
    """
    from playwright.sync_api import Error

    found = find(headed=headed, path=path)
    if found is None:
        what = "browser with a window (Chrome or Chromium)" if headed else "browser"
        raise NoBrowser(f'no {what} found; run "make browser", or set "{VARIABLE}" to the path of one')
    try:
        return playwright.chromium.launch(
            executable_path=found.path,
            headless=not headed,
            args=arguments(gateway.chromium_arguments(), root=_is_root()),
            ignore_default_args=["--disable-dev-shm-usage"] if _roomy(_SHARED_MEMORY) else [],
        )
    except Error as error:
        display = f'display "{os.environ.get("DISPLAY", "")}" cannot be opened'
        first = display if "X server" in error.message else error.message.partition("\n")[0]
        raise NoBrowser(
            f'browser "{found.path}" does not start ({first}); try it by hand, or name another in {VARIABLE}'
        ) from None


def _roomy(folder: Path) -> bool:
    """Whether Chromium may share memory there, rather than in files on disk, which makes a login a twentieth dearer."""
    with contextlib.suppress(OSError):
        return shutil.disk_usage(folder).free >= _ROOM_BYTES
    return False


def arguments(gateway: Sequence[str], *, root: bool) -> list[str]:
    """The command line of the browser: the gateway's arguments, and no sandbox for root, who cannot have one."""
    return [*gateway, "--no-sandbox"] if root else list(gateway)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _asked(path: Path, machine: Machine) -> Browser | None:
    """The browser at `path` if it tells its version: a shared library may be missing, or the program be a stub."""
    code, written = machine.run([str(path), "--version"], _ANSWER)
    words = [word for word in written.split() if word[0].isdigit() and "." in word]
    if code != 0 or not words:
        return None
    return Browser(path, "headless-shell" if _is_shell(path) else "chromium", words[0])


def _is_shell(path: Path) -> bool:
    return path.name.removesuffix(".exe") in _SHELLS


def _candidates(machine: Machine, *, headed: bool) -> Iterator[Path]:
    """Programs in the order they are tried; the cheap and fast ones first."""
    if not headed:
        yield from _of_playwright(machine, "chromium_headless_shell", _SHELLS)
    yield from _of_playwright(machine, "chromium", ("chrome", "chrome.exe", "Chromium", "Google Chrome for Testing"))
    for name in (() if headed else _SHELLS) + _WINDOWED:
        found = machine.which(name)
        if found:
            yield Path(found)
    yield from (path for path in map(Path, _APPLICATIONS) if path.exists())


def _of_playwright(machine: Machine, browser: str, programs: Sequence[str]) -> Iterator[Path]:
    """Playwright's own browsers on disk: the revision it was built for, then the newest others.

    Its folders are named `<browser>-<revision>`; the program stands in a folder per platform within.
    Source: https://playwright.dev/python/docs/browsers#managing-browser-binaries
    """
    folders = [folder for folder in machine.folder.glob(f"{browser}-*") if folder.name.rpartition("-")[2].isdigit()]
    revisions = {folder: folder.name.rpartition("-")[2] for folder in folders}
    folders.sort(key=lambda folder: (revisions[folder] == machine.revision, int(revisions[folder])), reverse=True)
    for folder in folders:
        for program in programs:
            yield from sorted(path for path in folder.rglob(program) if path.is_file())
            yield from sorted(path for path in folder.rglob(f"{program}.exe") if path.is_file())


def _playwright_folder(environment: Mapping[str, str]) -> Path:
    """Where Playwright keeps its browsers; source as for `_of_playwright`."""
    chosen = environment.get("PLAYWRIGHT_BROWSERS_PATH")
    if chosen == "0":
        return _playwright_package() / ".local-browsers"
    if chosen:
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA", str(Path.home()))) / "ms-playwright"
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ms-playwright"


def _playwright_package() -> Path:
    import playwright

    return Path(playwright.__file__).parent / "driver" / "package"


def _playwright_revision() -> str:
    browsers = json.loads((_playwright_package() / "browsers.json").read_text(encoding="utf-8"))["browsers"]
    return next((entry["revision"] for entry in browsers if entry["name"] == "chromium"), "")


def _by_playwright(report: Callable[[str], None], machine: Machine) -> str:
    report("browser: none found; Playwright downloads one (once, about 100 MB)")
    command = [sys.executable, "-m", "playwright", "install", "--no-progress", _PACKAGE]
    return _outcome(f'"playwright install {_PACKAGE}"', machine.run(command, _DOWNLOAD))


def _by_apt(report: Callable[[str], None], machine: Machine) -> str:
    apt = machine.which("apt-get")
    if apt is None:
        return "there is no apt-get"
    if not machine.root:
        return f'"apt-get install {_PACKAGE}" needs root'
    report(f"browser: Debian's package {_PACKAGE} is installed (once)")
    limits = ["-o", "Acquire::http::Timeout=15", "-o", "Acquire::Retries=1", "-o", "DPkg::Lock::Timeout=60"]
    command = [apt, *limits, "install", "-y", "--no-install-recommends", _PACKAGE]
    result = machine.run(command, _APT)
    if result[0] != 0:
        # A fresh image holds no package lists.
        machine.run([apt, *limits, "update"], _APT)
        result = machine.run(command, _APT)
    return _outcome(f'"apt-get install {_PACKAGE}"', result)


def _outcome(what: str, result: tuple[int, str]) -> str:
    code, written = result
    if code == 0:
        return f"{what} ran, but its browser does not start"
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    # The last line of both tools says why; the first ones say what they were about to do.
    return f"{what} failed ({lines[-1][:_FIRST_LINE_BYTES] if lines else f'exit code {code}'})"


def main(given: Sequence[str] | None = None) -> int:
    """`python -m harness.browser [--install]`: one line, exit code 0 when there is a browser and 2 when there is none."""
    parser = argparse.ArgumentParser(prog="python -m harness.browser", description="Say which browser is used.")
    parser.add_argument("--install", action="store_true", help="install one when none is found")
    wanted = parser.parse_args(given)
    try:
        found = install(print) if wanted.install else find()
    except NoBrowser as error:
        print(error, file=sys.stderr)
        return 2
    if found is None:
        print('no browser found; add "--install" to have one installed', file=sys.stderr)
        return 2
    print(f"browser: {found.path} ({found.kind} {found.version})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
