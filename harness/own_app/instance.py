"""One running copy of somebody's app, for one customer or for all: made ready, watched, stopped."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx2
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from harness.own_app import placeholders, ports
from harness.own_app.forwarding import Forwarder
from harness.own_app.mistakes import AppFailed
from harness.own_app.process import Process, run_to_end

if TYPE_CHECKING:
    from harness.own_app.customers import OwnCustomer
    from harness.own_app.description import Description
    from harness.own_app.lodging import Lodging

_ERROR = 400  # the lowest status that says "no"


class Instance:
    """A copy of the app of `description` that serves `customers`; nothing runs before `awake`."""

    def __init__(self, description: Description, lodging: Lodging, customers: Sequence[OwnCustomer]) -> None:
        self._description = description
        self._lodging = lodging
        self._customers = customers
        self._process: Process | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._never: AppFailed | None = None
        self._known: list[dict[str, str]] = []
        self._filled: dict[str, str] = {}
        self.forwarder: Forwarder | None = None
        self.trouble: list[str] = []

    async def awake(self, *, afresh: bool = False) -> None:
        """See that the app runs and answers; one that has ended, or hung in the last scenario, is started again.

        Raises:
            AppFailed: It did not start. A copy that never came up is not tried again: the same line comes at once.
        """
        if self._never is not None:
            raise self._never
        if self.forwarder is not None and not self._is_lost(afresh=afresh):
            return
        await self.stop()
        try:
            await self._start()
        except AppFailed as failed:
            await self.stop()
            self._never = failed
            raise

    def _is_lost(self, *, afresh: bool) -> bool:
        """Whether another process must serve; an app that runs by itself is not ours to start again."""
        if self._process is None:
            return False
        return afresh or self._process.ended or (self.forwarder is not None and self.forwarder.given_up)

    def complaint(self) -> str:
        """What went wrong with the app since it was last asked: it ended, or did not answer, with its last words.

        They are all there is to say where it answered by a server error; "" when nothing went wrong.
        """
        found = list(dict.fromkeys(self.trouble))
        crashed = self.forwarder is not None and self.forwarder.crashed
        self._forget()
        if self._process is not None and self._process.ended:
            found = [*found[:1], self._process.ending()]
        elif (found or crashed) and self._process is not None:
            found.append(self._process.last_words())
        return "; ".join(found)

    def _forget(self) -> None:
        self.trouble.clear()
        if self.forwarder is not None:
            self.forwarder.crashed = False

    async def stop(self) -> None:
        """Stop the app; its log stays, its private folder does not."""
        if self._process is not None:
            await self._process.stop()
            self._process = None
        if self.forwarder is not None:
            await self.forwarder.close()
            self.forwarder = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    async def furnish(self) -> tuple[str, dict[str, str]]:
        """Everything the app needs but its process: its address and its variables; its files are written.

        Raises:
            AppFailed: A template or a discovery document is wrong.
        """
        self._folder = tempfile.TemporaryDirectory(prefix="sso-harness-app-")
        values = self._values(self._folder.name)
        self._known = [await self._lodging.values(customer) for customer in self._customers]
        values = {**self._known[0], **values}
        self._write_files(Path(self._folder.name), values)
        self._filled = values
        return placeholders.fill(self._description.listens, values), self._environment(values)

    def command(self) -> list[str]:
        """The command that starts the app, once it is furnished."""
        return [placeholders.fill(word, self._filled) for word in self._description.start.command]

    async def _start(self) -> None:
        start = self._description.start
        address, environment = await self.furnish()
        values = self._filled
        if start.command:
            self._see_that_nobody_listens(address)
            for command in start.prepare:
                await self._run(command, values, environment)
            self._process = Process(
                self._lodging.housed(self.command(), start.reach),
                directory=start.directory,
                environment={**os.environ, **environment},
                log=self._log(),
            )
            await self._process.answers(address, start.ready, start.ready_within, time.monotonic)
        self.forwarder = Forwarder(address, start.slowest, self.trouble.append)
        await self._connect(address, values)

    def _values(self, folder: str) -> dict[str, str]:
        return placeholders.of_machine(
            port=self._lodging.port or ports.free(),
            folder=Path(folder),
            here=self._description.file.parent,
            proxy_url=self._lodging.proxy_url,
            ca_bundle=self._lodging.ca_bundle,
        )

    def _see_that_nobody_listens(self, address: str) -> None:
        parts = urlsplit(address)
        if ports.taken(parts.hostname or "", parts.port or 80):
            raise AppFailed(
                f"port {parts.port} is in use by another program; "
                'stop that, or write "{port}" in "app.listens" to have a free one chosen'
            )

    def _environment(self, values: Mapping[str, str]) -> dict[str, str]:
        given = {name: placeholders.fill(value, values) for name, value in self._description.start.environment.items()}
        for known in self._known:
            own = {**values, **known}
            for name, value in self._description.connection.environment.items():
                given[placeholders.fill(name, own)] = placeholders.fill(value, own)
        return {**self._lodging.environment, **given}

    def _write_files(self, folder: Path, values: Mapping[str, str]) -> None:
        for name, template in self._description.connection.files.items():
            path = Path(template)
            engine = Environment(loader=FileSystemLoader(path.parent), undefined=StrictUndefined, autoescape=False)  # noqa: S701 - configuration files are no HTML
            try:
                text = engine.get_template(path.name).render({**values, "customers": self._known})
            except TemplateError as error:
                raise AppFailed(f'template "{template}": {error}; the placeholders are {", ".join(values)}') from None
            (folder / name).write_text(text, encoding="utf-8")

    async def _connect(self, address: str, values: Mapping[str, str]) -> None:
        connection = self._description.connection
        for known in self._known:
            own = {**values, **known}
            if connection.command:
                await self._run(connection.command, own, self._environment(own))
            if connection.request is not None:
                await self._call(address, own)

    async def _run(self, command: Sequence[str], values: Mapping[str, str], environment: Mapping[str, str]) -> None:
        start = self._description.start
        words = self._lodging.housed([placeholders.fill(word, values) for word in command], start.reach)
        await run_to_end(
            words,
            directory=start.directory,
            environment={**os.environ, **environment},
            log=self._log(),
            within=start.ready_within,
        )

    async def _call(self, address: str, values: Mapping[str, str]) -> None:
        request = self._description.connection.request
        if request is None:
            return
        path = placeholders.fill(request.path, values)
        headers = {name: placeholders.fill(value, values) for name, value in request.headers.items()}
        body = placeholders.fill_all(request.body, values)
        async with httpx2.AsyncClient(trust_env=False, timeout=self._description.start.slowest) as client:
            try:
                answer = await client.request(request.method, address + path, headers=headers, json=body)
            except httpx2.HTTPError as error:
                raise AppFailed(f'"connection.request" to {path} fails: {error or type(error).__name__}') from None
        if answer.status_code >= _ERROR:
            raise AppFailed(f'"connection.request" to {path} is answered {answer.status_code}; correct it or the app')

    def _log(self) -> Path:
        whose = self._customers[0].name if self._description.connection.serves == "one" else "all"
        app = re.sub(r"[^\w.-]+", "-", self._description.name)
        return self._lodging.logs.file(f"{app}-{whose}-{os.getpid()}.log")


async def stop_all(instances: Sequence[Instance]) -> None:
    """Stop several at once: each may take its seconds to say goodbye."""
    await asyncio.gather(*(instance.stop() for instance in instances))
