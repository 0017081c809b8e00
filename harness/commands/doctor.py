"""sso-harness doctor"""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
import time
from importlib import metadata

from harness import browser
from harness.command import Command

WORTH_KNOWING = ("playwright", "pytest", "fastapi", "uvicorn", "authlib", "joserfc", "oidc-provider-mock")


def _line(what: str, found: str, way_out: str = "", *, good: bool = True) -> bool:
    print(f"  {'ok     ' if good else 'missing'}  {what:22} {found}" + (f"\n{'':11}-> {way_out}" if not good else ""))
    return good


def _python() -> bool:
    fine = sys.version_info >= (3, 11)
    return _line("Python", platform.python_version(), "install Python 3.11 or newer, then run make setup", good=fine)


def _package(name: str) -> bool:
    try:
        return _line(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return _line(name, "not installed", "run make setup", good=False)


def _browser() -> bool:
    found = browser.find(headed=False)
    if found is None:
        return _line("browser", "none found", "run make setup, or name one in SSO_HARNESS_BROWSER", good=False)
    return _line("browser", f"{found.path} ({found.version})")


def _window() -> None:
    found = browser.find(headed=True)
    print(
        f"  {'ok     ' if found else 'without'}  browser with a window  {found.path if found else 'none: --headed and make demo need Chromium'}"
    )


def _world() -> bool:
    from harness.targets.reference import TARGET
    from harness.world import World

    before = time.perf_counter()
    world = World(TARGET).start()
    took = time.perf_counter() - before
    world.stop()
    return _line("issuers and app", f"start in {took * 1000:.0f} ms")


def _run(_: argparse.Namespace) -> int:
    checks = [_python(), *(_package(name) for name in WORTH_KNOWING), _browser(), _world()]
    _window()
    print(
        f"  {'ok     ' if shutil.which('node') else 'without'}  node                   {shutil.which('node') or 'none: only the Node client tests need it'}"
    )
    return 0 if all(checks) else 1


COMMAND = Command(help="say what was found on this machine, what is missing, and how to get it", run=_run)
