"""The world of one rehearsal: gateway, issuers, relying party and directory, started and stopped as one."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import SplitResult, urlsplit

import httpx2

from harness import people
from harness.evil_site import EVIL, IMPOSTOR, EvilSite
from harness.gateway.gateway import Gateway
from harness.gateway.sockets import LOOPBACK
from harness.interception import CallbackHold
from harness.own_app.mistakes import DoesNotApply
from harness.pace import Meeting
from harness.target import Attentive, Elsewhere, Surroundings
from mock_idps import catalogue
from mock_idps.core.keys import KeyFoundry
from mock_idps.core.service import Service

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import ASGIApp

    from harness.actor import Actor
    from harness.interception import Callback
    from harness.record.exchange import Recorder
    from harness.target import Running, Target
    from mock_idps.core.fault import Fault
    from mock_idps.core.model import Directory

T = TypeVar("T")

_PATIENCE = 40.0  # seconds that a look at the app may take; more than an app should wait for its issuer


class World:
    """Everything that one worker needs, in one background event loop.

    `clock` gives seconds since 1970 to issuers and app alike. `seed` feeds every issuer's randomness. `logs` is the folder
    for what an app under test writes of itself (None: a temporary one).
    """

    def __init__(
        self,
        target: Target,
        *,
        clock: Callable[[], float] = time.time,
        seed: int | None = None,
        recorder: Recorder | None = None,
        logs: Path | None = None,
    ) -> None:
        self.target = target
        self.seed = Random().randrange(2**32) if seed is None else seed  # noqa: S311 - a seed to print, not a secret
        self.clock = Clock(clock)
        self.services: dict[str, Service] = {}
        self.holds: dict[str, CallbackHold] = {}
        self._recorder = recorder
        self._logs = logs
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="world", daemon=True)
        self._foundry = KeyFoundry()
        self._gateway: Gateway | None = None
        self._running: Running | None = None
        self._outbound: httpx2.AsyncClient | None = None
        self._inbound: httpx2.AsyncClient | None = None
        self._guests: list[Actor] = []
        self.evil = EvilSite()
        self.routes: dict[str, ASGIApp] = {EVIL: self.evil, IMPOSTOR: self.evil}

    # -- life ----------------------------------------------------------------------------------------------------

    def start(self) -> World:
        """Start everything; returns when the first login could begin."""
        self._thread.start()
        try:
            self.run(self._start())
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """Stop everything; nothing is left behind."""
        if self._thread.is_alive():
            self.run(self._stop())
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        self._foundry.close()
        if not self._loop.is_closed():
            self._loop.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in the world's event loop and wait for its result; an interrupt cancels it."""
        under_way = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return under_way.result()
        except KeyboardInterrupt:
            under_way.cancel()
            raise

    async def _start(self) -> None:
        directories = self._directories()
        for name, vendor in catalogue.vendors().items():
            if name not in directories:
                continue
            service = Service(vendor, directories[name], self._foundry, self.clock, Random(f"{self.seed}-{name}"))  # noqa: S311 - repeatable on purpose
            self.services[name] = service
            self.routes |= dict.fromkeys(vendor.hosts(service.directory), service)
        self._gateway = Gateway(self.routes.get, self.routes.keys(), recorder=self._recorder)
        await self._gateway.__aenter__()
        self._gateway.mistrust(IMPOSTOR)
        await self._open_back_channels(self._gateway)
        surroundings = Surroundings(
            self._gateway.proxy_url,
            self._gateway.ca_bundle,
            self.clock,
            self._gateway.environment(),
            tuple(self.routes),
            self._logs,
        )
        self._running = await self.target.start(surroundings)
        self.holds = {host: CallbackHold(app, self.target.callback_path) for host, app in self._running.apps.items()}
        self.routes |= self.holds
        for service in self.services.values():
            service.vendor.prepare(service)  # last: making keys takes the processor from whatever comes after

    async def _open_back_channels(self, gateway: Gateway) -> None:
        import ssl

        trust = ssl.create_default_context(cafile=str(gateway.ca_bundle))
        self._outbound = httpx2.AsyncClient(proxy=gateway.proxy_url, verify=trust, trust_env=False, timeout=10)
        # Every name is behind one port, and a connection is for the name of its handshake alone: none is kept.
        alone = httpx2.Limits(max_keepalive_connections=0)
        self._inbound = httpx2.AsyncClient(verify=trust, trust_env=False, timeout=_PATIENCE, limits=alone)
        for service in self.services.values():
            service.outbound = self._outbound

    async def _stop(self) -> None:
        if self._running is not None:
            await self._running.close()
        for client in (self._outbound, self._inbound):
            if client is not None:
                await client.aclose()
        if self._gateway is not None:
            await self._gateway.__aexit__(None, None, None)

    # -- between scenarios ---------------------------------------------------------------------------------------

    def reset(self) -> None:
        """As if just started, keys excepted: fresh directory, no sessions anywhere, no fault, the right time."""
        self.clock.offset = 0.0
        for guest in self._guests:
            guest.closes_the_browser()
        self._guests.clear()
        self.evil.reset()
        self.gateway.turned_away.clear()
        self.run(self._reset())

    async def start_over(self) -> None:
        """The same for who drives a browser by hand, from within the world's event loop: no browser is closed."""
        self.clock.offset = 0.0
        await self._reset()

    async def _reset(self) -> None:
        for name, directory in self._directories().items():
            if name in self.services:
                self.services[name].reset(directory)
        self.running.reset()

    def _directories(self) -> dict[str, Directory]:
        directories = people.directories()
        if isinstance(self.target, Elsewhere):
            self.target.register(directories)
        return directories

    def customer(self, idp: str, region: str) -> people.Organisation:
        """The customer that signs in with `idp` in `region`, at the addresses of the app under test."""
        found = people.organisation(idp, region)
        return self.target.customer(found) if isinstance(self.target, Elsewhere) else found

    def other_customer(self, idp: str, region: str) -> people.Organisation:
        """A customer beside the one that is rehearsed; raises DoesNotApply where the app cannot serve two at once."""
        if isinstance(self.target, Elsewhere) and (not self.target.several or region not in self.target.regions):
            raise DoesNotApply(f'target "{self.target.name}" serves one customer and region at a time')
        return self.customer(idp, region)

    def turn_to(self, customer: people.Organisation, *, afresh: bool = False) -> None:
        """Let the app under test be ready for `customer`, remembering nothing with `afresh`.

        Raises:
            AppFailed: It is not; one line says why.
        """
        if isinstance(self.running, Attentive):
            self.run(self.running.turn_to(customer, afresh=afresh))
            self.services[customer.idp].received.clear()  # what was asked on the app's behalf is none of its requests

    def asks(self, url: str, cookies: str) -> str:
        """What is answered at `url` to a browser with these cookies, asked where browsers arrive but without a tab.

        Raises:
            httpx2.HTTPError: Nothing is.
        """
        return self.run(self._ask(urlsplit(url), cookies))

    async def _ask(self, url: SplitResult, cookies: str) -> str:
        if self._inbound is None:
            raise RuntimeError("the world is not started; call start() first")
        answer = await self._inbound.get(
            url._replace(netloc=f"{LOOPBACK}:{self.gateway.tls_port}").geturl(),
            headers={"Host": url.netloc, "Cookie": cookies, "Accept": "text/html,application/json;q=0.9"},
            extensions={"sni_hostname": url.hostname},
        )
        return answer.text

    def complaint(self) -> str:
        """What went wrong with the app under test in this scenario; "" when nothing did."""
        return self.running.complaint() if isinstance(self.running, Attentive) else ""

    def also_close(self, guest: Actor) -> None:
        """Remember a further browser, to be closed at the next reset."""
        self._guests.append(guest)

    # -- what others ask -----------------------------------------------------------------------------------------

    @property
    def gateway(self) -> Gateway:
        """The gateway, once started."""
        if self._gateway is None:
            raise RuntimeError("the world is not started; call start() first")
        return self._gateway

    @property
    def running(self) -> Running:
        """The running target, once started."""
        if self._running is None:
            raise RuntimeError("the world is not started; call start() first")
        return self._running

    @property
    def app_hosts(self) -> Mapping[str, CallbackHold]:
        """The hosts of the app under test."""
        return self.holds

    @contextmanager
    def holding_callbacks(self) -> Iterator[list[Callback]]:
        """Hold back authorization responses at every host of the app inside the block."""
        with ExitStack() as stack:
            held: list[Callback] = []
            for hold in self.holds.values():
                stack.enter_context(hold.holding(held))
            yield held

    @contextmanager
    def behind_a_proxy(self) -> Iterator[None]:
        """Inside the block every host of the app is reached as behind a load balancer that ends TLS."""
        with ExitStack() as stack:
            for hold in self.holds.values():
                stack.enter_context(hold.behind_a_proxy())
            yield

    @contextmanager
    def meeting(self, customer: people.Organisation, paths: Iterable[str]) -> Iterator[None]:
        """Inside the block the customer's issuer answers no token request before the app was asked for all of `paths`."""
        meeting = Meeting(paths)
        with ExitStack() as stack:
            for hold in self.holds.values():
                stack.enter_context(hold.telling(meeting.arrives))
            stack.enter_context(self.keeping(customer, meeting))
            yield

    @contextmanager
    def keeping(self, customer: people.Organisation, pace: Fault) -> Iterator[None]:
        """Inside the block the customer's issuer keeps this pace."""
        service = self.services[customer.idp]
        before, service.fault = service.fault, pace
        yield
        service.fault = before


class Clock:
    """The world's time: a real clock plus an offset in seconds that a scenario may turn."""

    def __init__(self, base: Callable[[], float]) -> None:
        self._base = base
        self.offset = 0.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self._base() + self.offset
