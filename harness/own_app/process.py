"""One started app: on a leash, its output in a log of its own, and awaited until it answers."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import httpx2

from harness.gateway.hosts import printable
from harness.own_app import leash, ports
from harness.own_app.mistakes import AppFailed, shown

GOODBYE = 3.0
"""Seconds an app may take to end when asked to; then it is made to."""

_LOOK = 0.05  # seconds between two looks whether the app answers
_ANSWER = 5.0  # seconds one such look may take
_SERVER_ERROR = 500


class Process:
    """An app that was started; `log` is the file that holds what it writes."""

    def __init__(self, command: Sequence[str], *, directory: Path, environment: Mapping[str, str], log: Path) -> None:
        self.command = command
        self.log = log
        with log.open("ab") as written:
            self._leash = subprocess.Popen(  # noqa: S603 - the command of the person's own description
                [sys.executable, "-I", "-S", leash.__file__, str(GOODBYE), *command],
                cwd=directory,
                env=dict(environment),
                stdin=subprocess.PIPE,
                stdout=written,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def ended(self) -> bool:
        """Whether the app has ended by itself."""
        return self._leash.poll() is not None

    def ending(self) -> str:
        """How it ended, in one line with the last words of its log."""
        code = self._leash.poll()
        how = f"was ended by signal {code - 128}" if code is not None and code > 128 else f"ended with exit code {code}"  # noqa: PLR2004 - as shells count
        return f"the app ({shown(' '.join(self.command))}) {how}; {self.last_words()}"

    def last_words(self) -> str:
        """The last line of the log, and where the log is."""
        lines = [line.strip() for line in _tail(self.log).splitlines() if line.strip()]
        said = f'it said last: "{printable(lines[-1])}"' if lines else "it said nothing"
        return f"{said}; log: {self.log}"

    async def answers(self, address: str, path: str, within: float, clock: Callable[[], float]) -> None:
        """Wait until `address` + `path` answers below 500, for at most `within` seconds of the monotonic `clock`.

        Raises:
            AppFailed: It ended, does not answer, or listens elsewhere; one line says which.
        """
        until = clock() + within
        async with httpx2.AsyncClient(trust_env=False, timeout=_ANSWER) as client:
            while True:  # one look at least, however slow the machine
                if self.ended:
                    raise AppFailed(f"{self.ending()}; {self._way_out_of_the_end()}")
                try:
                    status = (await client.get(address + path)).status_code
                except httpx2.HTTPError as error:
                    seen = f"{_seen(error, address)} after {within:g} seconds; {self._elsewhere(address)}"
                else:
                    if status < _SERVER_ERROR:
                        return
                    seen = f'{address}{path} still answers {status} after {within:g} seconds; correct the app or "app.ready"; '
                if clock() >= until:
                    raise AppFailed(f"{seen}{self.last_words()}")
                await asyncio.sleep(_LOOK)

    def _way_out_of_the_end(self) -> str:
        if self._leash.poll() == 0:
            return "the command must not end while the app is up: have it stay in the foreground"
        return "correct the command or what it needs"

    def _elsewhere(self, address: str) -> str:
        expected = urlsplit(address).port
        found = [str(port) for port in ports.listened_on_below(self._leash.pid) if port != expected]
        if found:
            return f'the app listens on port {", ".join(found)}: correct "app.listens", or let the app listen on "{{port}}"; '
        return 'correct "app.command" or "app.listens", or raise "app.ready_within"; '

    async def end(self) -> int:
        """Wait until the app ends by itself; its exit code."""
        return await asyncio.to_thread(self._leash.wait)

    async def stop(self) -> None:
        """End the app and everything it started; returns when they are gone."""
        if self._leash.stdin is not None:
            self._leash.stdin.close()
        await asyncio.to_thread(self._leash.wait)


def _seen(error: httpx2.HTTPError, address: str) -> str:
    if isinstance(error, httpx2.TimeoutException):
        return f"something listens at {address} but does not answer"
    if isinstance(error, httpx2.ProtocolError):
        return f"what answers at {address} is no HTTP"
    return f"nothing answers at {address}"


def _tail(log: Path, most: int = 4096) -> str:
    with log.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - most))
        return file.read().decode("utf-8", "replace")


async def run_to_end(
    command: Sequence[str], *, directory: Path, environment: Mapping[str, str], log: Path, within: float
) -> None:
    """Run a command that ends by itself; its output goes to `log`.

    Raises:
        AppFailed: It failed, or took longer than `within` seconds.
    """
    process = Process(command, directory=directory, environment=environment, log=log)
    try:
        code = await asyncio.wait_for(process.end(), within)
    except TimeoutError:
        raise AppFailed(
            f"{shown(' '.join(command))} takes longer than {within:g} seconds; {process.last_words()}; "
            'correct it or raise "app.ready_within"'
        ) from None
    finally:
        await process.stop()
    if code != 0:
        raise AppFailed(f"{shown(' '.join(command))} ended with exit code {code}; {process.last_words()}")
