"""A vendor at its production names, for libraries of other people: a gateway in a background event loop."""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import httpx2
import pytest

from harness.gateway.gateway import Gateway
from mock_idps.core.keys import KeyFoundry
from mock_idps.core.model import Directory
from mock_idps.core.service import Service, Vendor

T = TypeVar("T")
NODE = Path(__file__).parent / "node"

PATIENCE = 30.0
"""Seconds that a client waits for an answer; a busy machine needs more than a library's default."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what installs Node packages, so that the everyday test run can leave it out."""
    for item in items:
        if "node" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.registry)


class Stage:
    """One vendor behind the gateway; `environment` is what a child program needs to reach it."""

    def __init__(self, vendor: Vendor, directory: Directory) -> None:
        self._foundry = KeyFoundry()
        self.service = Service(vendor, directory, self._foundry, time.time, Random(7))
        hosts = dict.fromkeys(vendor.hosts(directory), self.service)
        self.gateway = Gateway(hosts.get, hosts.keys())
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def start(self) -> Stage:
        self._thread.start()
        self.run(self.gateway.__aenter__())
        return self

    def stop(self) -> None:
        self.run(self.gateway.__aexit__(None, None, None))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._foundry.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in the stage's event loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    @property
    def environment(self) -> dict[str, str]:
        return self.gateway.environment()

    def browser(self) -> httpx2.Client:
        """A browser without a screen that reaches the stage's names."""
        trust = ssl.create_default_context(cafile=str(self.gateway.ca_bundle))
        return httpx2.Client(proxy=self.gateway.proxy_url, verify=trust, trust_env=False, timeout=PATIENCE)


@pytest.fixture
def staged() -> Iterator[Callable[[Vendor, Directory], Stage]]:
    """Starts stages; they stop with the test."""
    started: list[Stage] = []

    def start(vendor: Vendor, directory: Directory) -> Stage:
        started.append(Stage(vendor, directory).start())
        return started[-1]

    yield start
    for stage in started:
        stage.stop()


@pytest.fixture(scope="session")
def node() -> Path:
    """The folder of Node programs, its packages installed: once per machine, under a lock, from the lock file.

    Needs Node 20 or newer and npm, and a package registry on the first run.
    """
    if shutil.which("npm") is None:
        pytest.fail('"npm" was not found; install Node.js 20 or newer to run the tests of tests/sdk/')
    with (NODE / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        installed = NODE / "node_modules" / ".package-lock.json"
        wanted = (NODE / "package-lock.json").stat().st_mtime
        if not installed.exists() or installed.stat().st_mtime < wanted:
            command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
            subprocess.run(command, cwd=NODE, check=True, timeout=300, env=os.environ.copy())
            installed.touch()
    return NODE


@pytest.fixture
def openid_client(node: Path) -> Iterator[Callable[..., dict[str, Any]]]:
    """Logs in with Node's openid-client by discovery alone; gives the claims of the ID token and userinfo's answer.

    `environment` leads to the issuer, `person` opens an address and returns the callback address, `asked` is what
    openid_client.mjs reads.
    """
    started: list[subprocess.Popen[str]] = []

    def log_in(environment: dict[str, str], person: Callable[[str], str], **asked: Any) -> dict[str, Any]:
        command = ["node", "openid_client.mjs"]
        pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        program = subprocess.Popen(command, cwd=node, env=os.environ | environment, text=True, **pipes)
        started.append(program)
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(json.dumps(asked) + "\n")
        program.stdin.flush()
        address = program.stdout.readline().strip()
        assert address, program.communicate(timeout=60)[1]
        told, complaints = program.communicate(person(address) + "\n", timeout=60)
        assert told, complaints
        answer: dict[str, Any] = json.loads(told)
        return answer

    yield log_in
    for program in started:
        program.kill()
        program.communicate()
